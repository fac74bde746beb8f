// What a person decides in the midst of a batch.
import type { HostQuestion } from '../hosts/document-client.ts';
import { noteBatchDecision, officeJournal } from './office-journal.ts';
import type { Questions } from './questions.ts';

/** One answer to each kind of question holds for the whole batch. */
export class BatchDecisions {
  readonly #questions: Questions;
  readonly #certificate: string;
  readonly #answers = new Map<HostQuestion['question'], Promise<boolean>>();
  /** What was missing, where the person keeps documents without it. */
  incomplete: HostQuestion['problems'][number] | null = null;

  constructor(questions: Questions, certificate: string) {
    this.#questions = questions;
    this.#certificate = certificate;
  }

  decide(question: HostQuestion, signal: AbortSignal): Promise<boolean> {
    const kind = question.question;
    // What was changed, or whose turn it is, is another matter with each document: nobody says yes to all.
    if (kind === 'changed' || kind === 'out-of-turn') return Promise.resolve(false);
    const answer = this.#answers.get(kind) ?? this.#ask(question, signal);
    this.#answers.set(kind, answer);
    return answer;
  }

  async #ask(question: HostQuestion, signal: AbortSignal): Promise<boolean> {
    const accept = await this.#questions.ask(question, signal);
    if (accept) await noteBatchDecision(officeJournal(), question, this.#certificate);
    const [problem] = question.problems;
    if (accept && question.question === 'incomplete') this.incomplete = problem ?? null;
    return accept;
  }
}
