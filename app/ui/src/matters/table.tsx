// What share of the spread each judgement carries over the worlds, and by how much learning it would narrow it.
import type { Matters } from '../answers';
import { Cite } from '../drawer';
import { Grid } from '../policies/grid';
import { count, share } from '../words';

export function SpreadTable({ matters }: { readonly matters: Matters }) {
  if (matters.indices.length === 0) return null;
  const rows = [...matters.indices].sort((a, b) => (b.total ?? 0) - (a.total ?? 0)).slice(0, 20);
  return (
    <section aria-labelledby="spread">
      <h2 id="spread">What the spread over the worlds is made of</h2>
      <Grid
        drawn={false}
        name="matters-spread"
        caption={`Over ${count(matters.worlds, 'world')}`}
        columns={[{ name: 'Judgement' }, { name: 'Alone', number: true }, { name: 'With all it joins', number: true }, { name: 'Learning it narrows by', number: true }]}
        rows={rows.map((index) => ({
          key: index.judgement,
          cells: [<Cite path={index.judgement}>{index.judgement}</Cite>, part(index.first), part(index.total), part(index.learning)],
        }))}
        csv={{
          columns: ['judgement', 'first', 'total', 'share', 'learning'],
          rows: matters.indices.map((index) => [index.judgement, index.first ?? '', index.total ?? '', index.share ?? '', index.learning ?? '']),
        }}
        note="Sobol indices: the share of the variance that goes with a judgement alone, and with all it takes part in. Learning it: by how much the middle 90% narrows once it is known."
      />
    </section>
  );
}

const part = (of: number | null): string => (of === null ? '–' : share(Math.max(0, of)));
