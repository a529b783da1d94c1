// A claim with its verdict: what was tested, what was found, what it hangs on.
import type { Verdict } from '../answers';
import { Cite } from '../drawer';
import { Link } from '../parts/link';
import { capital } from '../parts/pick';
import { share } from '../words';
import { article, jump, paragraphAt, sourceAt } from './article';
import { SIGNS } from './overview';

export function ClaimCard({ claim, source }: { readonly claim: Verdict; readonly source: string }) {
  const measured = claim.share !== null && claim.worlds > 0;
  return (
    <li id={`claim-${claim.id}`} class={`panel claim ${claim.verdict}`} tabIndex={-1}>
      <p class="claim-head">
        <span class={`verdict ${claim.verdict}`}>
          <span aria-hidden="true">{SIGNS[claim.verdict]} </span>
          {claim.verdict}
        </span>
        {measured && (
          <span>
            true in {share(claim.share ?? NaN)} of {claim.worlds} worlds
          </span>
        )}
        {claim.severity === 'warning' && <span class="tag">warning</span>}
      </p>
      <h3>
        {claim.says} <At claim={claim} source={source} />
      </h3>
      <p class="note">{claim.verdict === 'untestable' ? 'Not tested.' : <>Tested as: <code>{claim.test}</code></>}</p>
      {claim.found && (
        <p>
          <strong>Found:</strong> {claim.found}.
        </p>
      )}
      {claim.notes.map((note, k) => (
        <p key={k}>{sentence(note)}</p>
      ))}
      {claim.equilibria > 0 && (
        <p>
          Looked at in {claim.equilibria} further {claim.equilibria === 1 ? 'equilibrium' : 'equilibria'} of the middle world: it comes out{' '}
          {claim.otherwise === 0 ? 'the same there' : `otherwise in ${claim.otherwise}`}.
        </p>
      )}
      <p class="claim-links">
        {claim.splitsOn && (
          <span>
            What splits it: <Cite path={claim.splitsOn}>{claim.splitsOn}</Cite>
          </span>
        )}
        <Link to={{ page: 'edit', more: { line: String(claim.line) } }}>
          edit test<span class="unseen"> {claim.id}</span>
        </Link>
      </p>
    </li>
  );
}

function At({ claim, source }: { readonly claim: Verdict; readonly source: string }) {
  const at = paragraphAt(claim.at);
  if (claim.at === '') return null;
  const here = at !== null && sourceAt(claim.at) === source && at <= (article.value?.paragraphs.length ?? 0);
  return here ? (
    <a class="at" href={`#p${at}`} onClick={(event) => jump(event, `p${at}`)}>
      {claim.at}
    </a>
  ) : (
    <span class="at">{claim.at}</span>
  );
}

function sentence(text: string): string {
  return capital(text) + (/[.?!]$/.test(text) ? '' : '.');
}
