/** A code of a curriculum, with what we take it for. Their own words have licences of their own, and stay where they are. */
interface Code {
  readonly of: string;
  /** in our words */
  readonly asks: string;
  /** whether its number or wording is from memory alone */
  readonly isUnsure: boolean;
}

const CSTA = 'CSTA K–12 Computer Science Standards, 2017';
const AI4K12 = 'AI4K12 guidelines';
const NGSS = 'Next Generation Science Standards';

export const CODES: Readonly<Record<string, Code>> = {
  'CSTA 3B-DA-07': { of: CSTA, asks: 'judge what a simulation can say about a hypothesis', isUnsure: false },
  'CSTA 3A-IC-24': { of: CSTA, asks: 'weigh what computing does to people and societies', isUnsure: false },
  'CSTA 3A-IC-25': { of: CSTA, asks: 'find bias in something computed, and reduce it', isUnsure: true },
  'CSTA 3A-DA-12': { of: CSTA, asks: 'model how parts of collected data hang together', isUnsure: true },
  'CSTA 3B-AP-08': { of: CSTA, asks: 'say what AI does inside systems that we use', isUnsure: true },
  'AI4K12 Big Idea 2': { of: AI4K12, asks: 'how a machine represents what it knows', isUnsure: true },
  'AI4K12 Big Idea 3': { of: AI4K12, asks: 'how a machine learns from data, and what the data do to what it learns', isUnsure: true },
  'AI4K12 3-C': { of: AI4K12, asks: 'what is in a data set, how much of it, and whom it leaves out', isUnsure: true },
  'AI4K12 Big Idea 5': { of: AI4K12, asks: 'whom AI serves, whom it harms, and who decides', isUnsure: true },
  'NGSS practice 2': { of: NGSS, asks: 'build and use models, and know where they end', isUnsure: false },
  'NGSS practice 3': { of: NGSS, asks: 'plan an investigation, and how many data it takes', isUnsure: false },
  'NGSS practice 4': { of: NGSS, asks: 'read data, their spread included', isUnsure: false },
  'NGSS practice 5': { of: NGSS, asks: 'use mathematics and computation to describe', isUnsure: false },
  'NGSS practice 6': { of: NGSS, asks: 'explain from evidence', isUnsure: false },
  'NGSS practice 7': { of: NGSS, asks: 'argue from evidence', isUnsure: false },
  'NGSS practice 8': { of: NGSS, asks: 'read claims and tell findings', isUnsure: false },
  'NGSS stability and change': { of: NGSS, asks: 'what keeps a system as it is, and what lets it drift', isUnsure: false },
  'NGSS cause and effect': { of: NGSS, asks: 'tell what brings something about from what merely goes with it', isUnsure: false },
  'NGSS systems and system models': { of: NGSS, asks: 'see parts as a system, and draw its boundary', isUnsure: false },
};
