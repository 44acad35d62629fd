import type { Experiment } from '../engine/experiment';
import type { Cell, SweepPlan } from '../engine/sweepPlan';
import type { Job } from '../protocol/messages';
import { createEngineClient, type EngineClient, type EngineEvents } from './engineClient';
import { belongs, isAnswer, type Question } from './engineQuestions';

/** What a worker is asked for. */
export type Order =
  | { readonly type: 'run'; readonly job: Job }
  | { readonly type: 'preview'; readonly experiment: Experiment }
  | { readonly type: 'cell'; readonly plan: SweepPlan; readonly cell: Cell };

function questionOf(order: Order, id: number): Question {
  if (order.type === 'run') return { ...order, runId: id };
  return order.type === 'preview' ? { ...order, previewId: id } : { ...order, requestId: id };
}

/**
 * Who hears what comes of an order. After `died` nobody asks again by itself: what broke one worker may break the next, and whoever ordered
 * knows whether to try.
 */
export type Customer = Pick<EngineEvents, 'message' | 'died'>;

export interface EnginePool {
  /** Orders are begun in the order in which they came, each as soon as a worker is free. Returns what calls the order off. */
  order(order: Order, customer: Customer): () => void;
  /** Calls all orders off. */
  end(): void;
}

interface Ticket {
  readonly question: Question;
  readonly customer: Customer;
}

interface Seat {
  readonly client: EngineClient;
  /** null: nothing is computed, and there is no worker */
  ticket: Ticket | null;
}

/** At most `size` workers for whatever need not be paced by hand. Those that have nothing to do are ended. */
export function createEnginePool(size: number, connect = createEngineClient): EnginePool {
  let waiting: readonly Ticket[] = [];
  const seats: Seat[] = [];
  let lastId = 0;

  function openSeat(): Seat {
    const seat: Seat = {
      ticket: null,
      client: connect({
        message(message) {
          const { ticket } = seat;
          if (!ticket || !belongs(message, ticket.question)) return;
          ticket.customer.message(message);
          if (isAnswer(message, ticket.question)) leave(ticket);
        },
        slow: () => undefined,
        died(reason, code) {
          const { ticket } = seat;
          if (!ticket) return;
          ticket.customer.died(reason, code);
          leave(ticket);
        },
      }),
    };
    seats.push(seat);
    return seat;
  }

  const seatOf = (ticket: Ticket) => seats.find((seat) => seat.ticket === ticket);

  /** The seat of an order that is over, if it still has one, is free for the next. */
  function leave(ticket: Ticket): void {
    const seat = seatOf(ticket);
    if (seat) fill(seat);
  }

  function fill(seat: Seat): void {
    const [next = null, ...others] = waiting;
    waiting = others;
    seat.ticket = next;
    if (next) seat.client.send(next.question);
    else seat.client.end();
  }

  return {
    order(order, customer) {
      const id = ++lastId;
      const ticket: Ticket = { customer, question: questionOf(order, id) };
      waiting = [...waiting, ticket];
      const free = seats.find((seat) => !seat.ticket) ?? (seats.length < size ? openSeat() : null);
      if (free) fill(free);
      return () => {
        waiting = waiting.filter((other) => other !== ticket);
        // at once, whatever it is in the midst of
        seatOf(ticket)?.client.end();
        leave(ticket);
      };
    },
    end() {
      // first: a worker that is free at once must not begin what is called off next
      waiting = [];
      for (const seat of seats) {
        seat.client.end();
        seat.ticket = null;
      }
    },
  };
}
