import { useQueryClient } from '@tanstack/react-query';
import type { Endpoint, Input, Output } from '../../shared/endpoint.ts';
import { getIndicator, type Indicator } from '../../shared/plans.ts';
import type { Issue } from '../../shared/problems.ts';
import { query } from '../call.ts';
import { useToast } from '../ui/Toast.tsx';
import { type FormState, useForm } from '../ui/useForm.ts';

/** An operation that changes the settings of an indicator and answers with all of them. */
type SettingsEndpoint = Endpoint & { readonly versioned?: true };

/**
 * A form of the settings page: sent with the version of the settings that is shown, and the answer
 * stands at once, so that the next change starts from it.
 */
export function useSettingsForm<E extends SettingsEndpoint>(
  endpoint: E,
  settings: {
    indicator: Indicator;
    input: () => Input<E>;
    check: () => readonly Issue[];
    /** Said when it is saved. */
    saved: string;
    onDone: () => void;
  },
): FormState {
  const client = useQueryClient();
  const toast = useToast();
  const { indicator, input, check, saved, onDone } = settings;
  return useForm(endpoint, {
    input,
    check,
    version: indicator.version,
    onDone: (answer: Output<E>) => {
      const { queryKey } = query(getIndicator, { params: { indicatorId: indicator.id } });
      client.setQueryData(queryKey, answer as Indicator);
      onDone();
      toast(saved);
    },
  });
}
