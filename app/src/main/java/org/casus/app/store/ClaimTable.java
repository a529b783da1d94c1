package org.casus.app.store;

import static org.casus.app.store.Table.NOTHING;
import static org.casus.app.store.Table.number;
import static org.casus.app.store.Table.text;
import static org.casus.app.store.Table.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casus.app.run.StudyAnswer;
import org.casus.scenario.Claim;
import org.casus.study.Verdict;

/// Verdicts on claims as a table, in the order of the file.
final class ClaimTable {

    private ClaimTable() {}

    static Table of(StudyAnswer answer) {
        List<Table.Column> columns = new ArrayList<>(ComparisonTables.columns(
                List.of(
                        text("claim"),
                        text("says"),
                        text("at"),
                        text("severity"),
                        text("test"),
                        text("verdict"),
                        number("share"),
                        whole("worlds"),
                        whole("failed")),
                List.of("effect_", "left_", "right_")));
        columns.addAll(List.of(
                text("splits_on"),
                number("splits_at"),
                number("chance"),
                whole("equilibria"),
                whole("otherwise"),
                text("reason")));
        List<List<Object>> rows = new ArrayList<>();
        List<Claim> claims = answer.study().claims();
        for (int k = 0; k < claims.size(); k++) {
            rows.add(row(claims.get(k), answer.verdicts().get(k), answer));
        }
        return new Table("claims", List.copyOf(columns), rows);
    }

    private static List<Object> row(Claim claim, Verdict verdict, StudyAnswer answer) {
        List<Object> row = new ArrayList<>(List.of(
                claim.id(),
                claim.says(),
                (claim.source().orElse("") + " " + claim.at()).strip(),
                claim.severity().word(),
                claim.text(),
                verdict.kind().name().toLowerCase(Locale.ROOT),
                verdict.share(),
                verdict.worlds(),
                verdict.failed()));
        ComparisonTables.add(row, Optional.of(verdict.effect()));
        ComparisonTables.add(row, Optional.of(verdict.left()));
        ComparisonTables.add(row, Optional.of(verdict.right()));
        var judgements = answer.study().scenario().judgements();
        row.add(verdict.splitsOn()
                .<Object>map(split -> judgements.get(split.judgement()).id())
                .orElse(NOTHING));
        row.add(verdict.splitsOn().<Object>map(split -> split.threshold()).orElse(NOTHING));
        row.add(verdict.chance().orElse(Double.NaN));
        row.add(verdict.equilibria());
        row.add(verdict.otherwise());
        row.add(verdict.reason().<Object>map(reason -> reason).orElse(NOTHING));
        return row;
    }
}
