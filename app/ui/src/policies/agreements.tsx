// Agreements: whether they are signed, and whether there is fighting again soon after.
import { bandOf, type Policies } from '../answers';
import { plain } from '../values';
import { oddsBand } from '../words';
import { Grid } from './grid';
import { titleOfSide } from './names';

export function Agreements({ policies }: { readonly policies: Policies }) {
  const rows = policies.policies.flatMap((side) => Object.entries(side.agreements).map(([id, deal]) => ({ side, id, deal })));
  const within = policies.recursWithin;
  if (rows.length === 0 || within === null) return null;
  const never = (shown: string): string => (shown === '?' ? '–' : shown);
  const likely = [...rows].sort((a, b) => bandOf(b.deal.signed).median - bandOf(a.deal.signed).median)[0];
  return (
    <section aria-labelledby="agreements">
      <h2 id="agreements">Agreements: now, and later</h2>
      {likely && (
        <p>
          Likeliest signed: “{likely.id}” under “{titleOfSide(likely.side)}”, {oddsBand(bandOf(likely.deal.signed))} in 100
          {bandOf(likely.deal.recurs).median >= 0 && `; if it is, there is fighting again within ${plain(within)} ${policies.unit}s in ${oddsBand(bandOf(likely.deal.recurs))} of 100`}.
        </p>
      )}
      <Grid
        drawn={false}
        name="policies-agreements"
        caption={`Odds in 100 that an agreement is signed, and that there is fighting again within ${plain(within)} ${policies.unit}s of it`}
        columns={[
          { name: 'Policy' },
          { name: 'Agreement' },
          { name: 'Signed', number: true },
          { name: 'Still fighting, if signed', number: true },
          { name: 'Recurs, if signed', number: true },
        ]}
        rows={rows.map(({ side, id, deal }) => ({
          key: `${side.id} ${id}`,
          cells: [titleOfSide(side), <code>{id}</code>, oddsBand(bandOf(deal.signed)), never(oddsBand(bandOf(deal.stillFighting))), never(oddsBand(bandOf(deal.recurs)))],
        }))}
        csv={{
          columns: ['policy', 'agreement', 'signed', 'signed_p5', 'signed_p95', 'recurs', 'recurs_p5', 'recurs_p95'],
          rows: rows.map(({ side, id, deal }) => {
            const [signed, recurs] = [bandOf(deal.signed), bandOf(deal.recurs)];
            return [side.id, id, signed.median, signed.p5, signed.p95, recurs.median, recurs.p5, recurs.p95];
          }),
        }}
      />
    </section>
  );
}
