import { type ReactElement, useState } from 'react';
import {
  type Export,
  EXPORT_FORMATS,
  type ExportFormat,
  exportPlan,
  EXPORTS,
} from '../../shared/exchange.ts';
import { useLanguage, useMessages } from '../app/language.tsx';
import { type Plan, planYears } from '../app/plan.ts';
import { useMay } from '../app/session.ts';
import { download } from '../call.ts';
import { saveFile } from '../ui/saveFile.ts';
import { Button } from '../ui/Button.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Select } from '../ui/Select.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';

/** What, of which year, as what: then the file comes. */
export function ExportDialog(props: {
  plan: Plan;
  year: number;
  onClose: () => void;
}): ReactElement {
  const { plan, year, onClose } = props;
  const messages = useMessages();
  const { language } = useLanguage();
  const toast = useToast();
  const may = useMay();
  const words = messages.exchange.save;
  const [what, setWhat] = useState<Export>('readings');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [chosen, setChosen] = useState(String(year));
  const [problem, setProblem] = useState<unknown>(null);
  const [pending, setPending] = useState(false);

  const go = async (): Promise<void> => {
    setPending(true);
    setProblem(null);
    try {
      const { name, content } = await download(exportPlan, {
        params: { planId: plan.id },
        query: { what, format, language, ...(chosen === '' ? {} : { year: chosen }) },
      });
      saveFile(name, content);
      toast(words.done);
      onClose();
    } catch (error) {
      setProblem(error);
      setPending(false);
    }
  };

  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      <div role="alert">
        {problem === null ? null : (
          <Notice tone="error">{problemSentence(messages, problem)}</Notice>
        )}
      </div>
      <RadioGroup
        label={words.what}
        value={what}
        choices={EXPORTS.filter((one) => one !== 'lists' || may('evidence.see')).map((value) => ({
          value,
          label: words.whats[value],
        }))}
        onChange={setWhat}
      />
      <Select
        label={words.years}
        value={chosen}
        options={[
          { value: '', label: words.everyYear },
          ...planYears(plan, year).map((one) => ({
            value: String(one),
            label: messages.app.yearOption(one),
          })),
        ]}
        onChange={setChosen}
      />
      <RadioGroup
        label={words.format}
        value={format}
        choices={EXPORT_FORMATS.map((value) => ({ value, label: words.formats[value] }))}
        onChange={setFormat}
      />
      <p>{words.hint}</p>
      <DialogActions>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button variant="primary" pending={pending} onClick={() => void go()}>
          {pending ? words.working : words.go}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
