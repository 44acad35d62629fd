/** Attributes of an experiment: written by `npm run docs:embedding` from its keys. */
export interface KeyAttributes {
  v?: string | number;
  model?: string;
  dataset?: string;
  dim?: string | number;
  points?: string;
  loop?: string;
  memory?: string;
  span?: string | number;
  'initial-real'?: string | number;
  real?: string | number;
  synthetic?: string | number;
  bias?: string | number;
  evaluation?: string | number;
  generations?: string | number;
  replicates?: string | number;
  seed?: string | number;
  scores?: string;
  k?: string | number;
  covariance?: string;
  components?: string | number;
  resolution?: string | number;
  units?: string | number;
  latent?: string | number;
  steps?: string | number;
  beta?: string | number;
  decode?: string;
  changes?: string;
  backend?: string;
}
