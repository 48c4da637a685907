import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Endpoint, Input, Output } from '../../shared/endpoint.ts';
import { issuesOf } from '../../shared/issues.ts';
import type { Issue } from '../../shared/problems.ts';
import { rereadScreen } from '../app/queries.ts';
import { ApiProblem, call } from '../call.ts';

/** What a `<Form>` needs. What was typed stays with the page and is never touched by it. */
export interface FormState {
  readonly issues: readonly Issue[];
  /** A refusal that names no field. */
  readonly problem: unknown;
  readonly pending: boolean;
  /** How often it was refused, by its own check or by the server. */
  readonly refused: number;
  readonly submit: (event?: FormEvent) => void;
}

/**
 * A form of one operation: validates what was typed with the body schema of the endpoint, sends it,
 * and holds the issues of either side.
 * @param settings.input what to send, made from what is typed when it is submitted
 * @param settings.check further issues that the schema cannot know (a repeated password)
 * @param settings.version of the row that is changed; a stale one re-reads the screen
 * @param settings.leaves the page is about what goes: `onDone` leaves it and has the next one read
 */
export function useForm<E extends Endpoint>(
  endpoint: E,
  settings: {
    input: () => Input<E>;
    onDone: (answer: Output<E>) => void;
    check?: () => readonly Issue[];
    version?: number;
    leaves?: true;
  },
): FormState {
  const client = useQueryClient();
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [refused, setRefused] = useState(0);
  const mutation = useMutation({
    mutationFn: (input: Input<E>) =>
      call(endpoint, input, settings.version === undefined ? {} : { version: settings.version }),
    onSuccess: settings.onDone,
    meta: { quiet: settings.leaves === true },
    onError: (error) => {
      const named = error instanceof ApiProblem ? error.errors : [];
      setIssues(named);
      setProblem(named.length > 0 ? null : error);
      if (error instanceof ApiProblem && error.code === 'staleVersion') void rereadScreen(client);
      setRefused((count) => count + 1);
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (mutation.isPending) return;
    const input = settings.input();
    const { body } = input as { readonly body?: unknown };
    const own = settings.check?.() ?? [];
    // The page knows more of what was typed: a field that it names needs no word of the schema.
    const schema = issuesOf(endpoint.body, body).filter(
      ({ pointer }) => !own.some((issue) => issue.pointer === pointer),
    );
    const found = [...schema, ...own];
    setIssues(found);
    setProblem(null);
    if (found.length > 0) setRefused((count) => count + 1);
    else mutation.mutate(input);
  };
  return { issues, problem, pending: mutation.isPending, refused, submit };
}
