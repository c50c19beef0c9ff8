import { api } from '@api/client';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useLanguage, useTexts } from '@shared/texts';
import { ChoiceFilter, YearsFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import { Card, Page } from '@shared/ui/Page';
import { EmptyState, ErrorState, Loading } from '@shared/ui/States';
import { filtersOf, useAddress } from '@shared/useAddress';
import { IconDownload } from '@tabler/icons-react';
import { AlumniNav } from './AlumniNav';
import { choices, cooperationTexts, groupings } from './cooperationTexts';
import styles from './figures.module.css';
import type { FiguresSearch } from './routes';

/** Alumni by programme and year, and what became of what they offered: a table whose bars only repeat its numbers. */
export function FiguresPage() {
  const t = useTexts(cooperationTexts);
  const by = useTexts(groupings);
  const f = useFormat();
  const me = useMe();
  const { language } = useLanguage();
  const { search, change } = useAddress<FiguresSearch>();
  const query = filtersOf(search);
  const figures = api.useQuery('get', '/api/v1/alumni/figures', { params: { query } }, { enabled: me.may('alumni') });
  const told = (number: number | null | undefined) => (number == null ? t.few : f.number(number));
  const name = (line: { fi?: string | null; en?: string | null }) => (language === 'fi' ? line.fi : line.en);
  const grouped = search.by ?? 'programme';
  const most = Math.max(1, ...(figures.data?.groups ?? []).map((line) => line.alumni ?? 0));
  const excel = `/api/v1/alumni/figures.xlsx?${new URLSearchParams(
    Object.entries({ ...query, headings: language })
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  )}`;

  return (
    <Page
      title={t.figures}
      actions={
        me.may('alumni') && (
          <Button
            variant="default"
            component="a"
            href={excel}
            download
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t.excel}
          </Button>
        )
      }
    >
      <AlumniNav />
      <div className={bar.bar}>
        <ChoiceFilter
          label={t.by}
          value={search.by}
          options={choices(by)}
          onChange={(next) => change({ by: next as FiguresSearch['by'] })}
        />
        <YearsFilter
          label={t.graduated}
          from={search.graduatedFrom}
          to={search.graduatedTo}
          onChange={(graduatedFrom, graduatedTo) => change({ graduatedFrom, graduatedTo })}
        />
      </div>
      {!me.may('alumni') ? (
        <ErrorState error={{ status: 403 }} />
      ) : figures.error ? (
        <ErrorState error={figures.error} onRetry={() => figures.refetch()} />
      ) : figures.isPending ? (
        <Loading lines={10} />
      ) : figures.data.groups.length === 0 ? (
        <EmptyState title={t.figuresEmpty} />
      ) : (
        <>
          <p className="muted small">{t.fewText}</p>
          <Card title={t.groupsTitle}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be scrolled by keys */}
            <section className={styles.scroll} tabIndex={0} aria-label={t.groupsTitle}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    {grouped !== 'year' && <th scope="col">{t.programme}</th>}
                    {grouped !== 'programme' && <th scope="col">{t.year}</th>}
                    <th scope="col">{t.people}</th>
                    <th scope="col">{t.mailable}</th>
                    <th scope="col">{t.offering}</th>
                    <th scope="col">{t.acts}</th>
                  </tr>
                </thead>
                <tbody>
                  {figures.data.groups.map((line) => (
                    <tr key={`${line.programme ?? ''}${line.year ?? ''}`}>
                      {grouped !== 'year' && <th scope="row">{name(line) ?? t.otherProgramme}</th>}
                      {grouped !== 'programme' && <td>{line.year ?? t.noYear}</td>}
                      <td className={styles.number}>
                        <span>{told(line.alumni)}</span>
                        <span className={styles.bar} aria-hidden>
                          <span style={{ inlineSize: `${((line.alumni ?? 0) / most) * 100}%` }} />
                        </span>
                      </td>
                      <td>{told(line.mailable)}</td>
                      <td>{told(line.offering)}</td>
                      <td>{told(line.acts)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </Card>
          <Card title={t.formsTitle}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be scrolled by keys */}
            <section className={styles.scroll} tabIndex={0} aria-label={t.formsTitle}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{t.form}</th>
                    <th scope="col">{t.offering}</th>
                    <th scope="col">{t.asked}</th>
                    <th scope="col">{t.done}</th>
                  </tr>
                </thead>
                <tbody>
                  {figures.data.forms.map((form) => (
                    <tr key={form.form}>
                      <th scope="row">{name(form)}</th>
                      <td>{told(form.offering)}</td>
                      <td>{told(form.asked)}</td>
                      <td>{told(form.done)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </Card>
        </>
      )}
    </Page>
  );
}
