import { Fragment, type ReactElement, type ReactNode } from 'react';
import { mastheadOf } from '../../shared/masthead.ts';
import type { Block, PaperPages, PaperTable, PaperText, Span } from '../../shared/paper.ts';
import { useLanguage } from '../app/language.tsx';
import { MixedText } from './MixedText.tsx';
import { PaperFigure } from './PaperFigure.tsx';
import styles from './Paper.module.css';

/** Puts what a span is about behind its text, e.g. a link to the indicator; drawn on screen only. */
export type About = (about: string, text: string) => ReactNode;

/**
 * A paper as sheets of A4, each section one: on screen to be read, in print as the pages themselves,
 * with text that can be selected. The document form of it is made by the server from the same blocks.
 */
export function PaperView(props: {
  pages: PaperPages;
  /** What the sheets are, for those who do not see them. */
  label: string;
  about?: About;
}): ReactElement {
  const { pages, label, about } = props;
  const head = [pages.draft, pages.mark].filter((one) => one !== null).join(' · ');
  const headings = pages.sections.flatMap(({ blocks }) => blocks);
  return (
    <section
      className={`${styles['paper']} ${styles[pages.layout]}`}
      aria-label={label}
      lang={pages.layout === 'official' ? 'zh-CN' : 'en'}
    >
      {pages.draft === null ? null : (
        <p aria-hidden className={styles['mark']}>
          {pages.draft}
        </p>
      )}
      {pages.sections.map(({ blocks, landscape }, at) => (
        <div
          // Sections have no name of their own, and never change places.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          className={`${styles['sheet']} ${landscape === true ? styles['across'] : ''}`}
        >
          {head === '' ? null : <p className={styles['head']}>{head}</p>}
          {blocks.map((block, place) => (
            // oxlint-disable-next-line react/no-array-index-key
            <BlockView key={place} block={block} all={headings} about={about} />
          ))}
        </div>
      ))}
    </section>
  );
}

function MastheadView({ text }: { text: string }): ReactElement {
  const { lines, size } = mastheadOf(text);
  return (
    <h2 style={{ fontSize: `${size}pt` }}>
      {lines.map((line) => (
        <span key={line} className={styles['line']}>
          {line}
        </span>
      ))}
    </h2>
  );
}

function BlockView(props: {
  block: Block;
  /** Of the whole paper, for its table of contents. */
  all: readonly Block[];
  about: About | undefined;
}): ReactElement | null {
  const { block, all, about } = props;
  switch (block.kind) {
    case 'title':
      return (
        <h2 className={styles['title']}>
          {block.lines.map((line) => (
            <span key={line} className={styles['line']}>
              {line}
            </span>
          ))}
        </h2>
      );
    case 'subtitle':
      return <p className={styles['subtitle']}>{block.text}</p>;
    case 'masthead':
      return (
        <div className={styles['masthead']}>
          <MastheadView text={block.text} />
          {block.number === null ? null : <p className={styles['subtitle']}>{block.number}</p>}
          <p className={styles['issuer']}>
            <span>{block.department}</span>
            <span>{block.date}</span>
          </p>
        </div>
      );
    case 'addressee':
      return <p className={styles['addressee']}>{block.text}</p>;
    case 'heading':
      return <HeadingView level={block.level} text={block.text} />;
    case 'paragraph': {
      const look = block.small === true ? 'small' : block.flush === true ? 'flush' : 'text';
      return (
        <p className={styles[look]} data-align={block.align}>
          <Words text={block.text} about={about} />
        </p>
      );
    }
    case 'contents':
      return (
        <>
          <p className={styles['title']}>{block.title}</p>
          <ul className={styles['contents']}>
            {all.flatMap((one, at) =>
              one.kind === 'annex'
                ? [<li key={`${at}`}>{`${one.label}　${one.title}`}</li>]
                : one.kind === 'heading' && one.level <= block.depth
                  ? [
                      <li key={`${at}`} data-level={one.level}>
                        {one.text}
                      </li>,
                    ]
                  : [],
            )}
          </ul>
        </>
      );
    case 'table':
      return <TableView table={block} />;
    case 'chart':
      return <PaperFigure chart={block} />;
    case 'attachments':
      return (
        <div className={styles['attachments']}>
          <span>{block.label}</span>
          <ol>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </div>
      );
    case 'signature':
      return (
        <div className={styles['signature']}>
          <p>{block.department}</p>
          <p>{block.date}</p>
        </div>
      );
    case 'note':
      return <p className={styles['text']}>{`（${block.text}）`}</p>;
    case 'people':
      return (
        <p className={styles['people']}>
          <b>{block.label}</b>
          <span>{block.names}</span>
        </p>
      );
    case 'annex':
      return (
        <div className={styles['annex']}>
          <p>{block.label}</p>
          <h3 className={styles['title']}>{block.title}</h3>
        </div>
      );
    case 'pageBreak':
      return <div className={styles['break']} />;
    case 'blankLine':
      return <p className={styles['flush']}>&nbsp;</p>;
  }
}

function HeadingView({ level, text }: { level: 1 | 2 | 3 | 4; text: string }): ReactElement {
  const look = styles[`heading${level}`];
  switch (level) {
    case 1:
      return <h3 className={look}>{text}</h3>;
    case 2:
      return <h4 className={look}>{text}</h4>;
    case 3:
      return <h5 className={look}>{text}</h5>;
    case 4:
      return <h6 className={look}>{text}</h6>;
  }
}

/** What people wrote may be Chinese in an English paper: it is marked, so that it is read as such. */
function Said({ text }: { text: string }): ReactNode {
  const { language } = useLanguage();
  // “institutes/platforms” may be torn behind its stroke.
  return language === 'zh-CN' ? text : <MixedText text={text.replace(/\//g, '/\u200b')} />;
}

function Words({ text, about }: { text: PaperText; about: About | undefined }): ReactElement {
  if (typeof text === 'string') return <Said text={text} />;
  return (
    <>
      {text.map((span, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={at}>{spanView(span, about)}</Fragment>
      ))}
    </>
  );
}

function spanView(span: Span, about: About | undefined): ReactNode {
  const drawn =
    span.about === undefined || about === undefined ? (
      <Said text={span.text} />
    ) : (
      about(span.about, span.text)
    );
  if (span.strong === true) return <b>{drawn}</b>;
  if (span.aside === true) return <i className={styles['aside']}>{drawn}</i>;
  return drawn;
}

function TableView({ table }: { table: PaperTable }): ReactElement {
  const { caption, unit, columns, rows, notes } = table;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <div className={styles['tableFrame']}>
      {unit === null ? null : <p className={styles['unit']}>{unit}</p>}
      <table className={styles['table']}>
        {caption === null ? null : <caption>{caption}</caption>}
        <colgroup>
          {columns.map(({ head, width }) => (
            <col key={head} style={{ width: `${(width / whole) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              {typeof row === 'string' ? (
                <th scope="rowgroup" colSpan={columns.length}>
                  {row}
                </th>
              ) : (
                columns.map(({ head, align }, place) => (
                  <td key={head} data-align={align}>
                    <Said text={row[place] ?? ''} />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className={styles['small']}>
          {note}
        </p>
      ))}
    </div>
  );
}
