/** Words of the hosted page that the survey's frame has no need of. */
export interface HostedWords {
  /** The link leads nowhere (any more); nothing is said of why. */
  gone: string;
  goneDetail: string;
  /** Answered more than a day ago. */
  answered: string;
  answeredDetail: string;
  change: string;
  language: string;
  /** Something above has to be mended. */
  mend: string;
  tooMany: string;
}
