package org.casus.app.cli;

/// A small crisis with everything that runs over many worlds look at: ranges, policies, an agreement, a score,
/// and a claim for each verdict.
public final class Claims {

    public static final String TEXT = """
            format: casus/1
            title: Two neighbours
            question: How may the season go?
            as_of: 2026-01-01
            clock: {unit: week, horizon: 12}
            defaults: {acts: every week per guess, drifts: every 8 weeks per guess, looks ahead: 6 months per guess, sharpness: 20 to 80 around 40 per guess}
            sources: {report: {title: A report, date: 2025-12-01, kind: report}}
            places: {border: {}}
            board:
              war: {levels: [truce, skirmish, offensive], start: offensive, at: border, attack: offensive by east or west}
              line: {levels: [old, new], start: old}
              watch: {levels: [absent, present], start: absent}
            actors:
              east: {wants: {line is new: 2 to 6 per guess}, fears: {war is offensive: 0.1 to 0.3 each week per guess, watch is present: 0.5 per guess}}
              west: {fears: {line is new: 3 to 5 per guess, war is offensive: 0.1 to 0.3 each week per guess}}
              north: {wants: {war is truce: 2 to 4 per report}}
            agreements:
              ceasefire:
                between: [east, west]
                if: war above truce
                brokers: {north: 40% to 80% per guess}
                brokering costs: {north: 0.1 per guess}
                signing costs: {east: 0.2 to 0.6 per guess}
                lapses: 50% each week per guess
                then: war to truce
            moves:
              east/attack: {if: war below offensive, costs: 0.3 to 0.9 per guess, then: war to offensive}
              west/attack: {if: war below offensive, costs: 0.8 per guess, then: war to offensive}
              north/send-watch: {if: war is truce and watch is absent, costs: 0.4 per guess, odds: 70% per guess, then: watch to present, dormant: true}
            chance:
              breakthrough: {if: war is offensive and line is old, odds: 5% to 15% each week per guess, then: line to new}
              flare: {if: war is truce, odds: 10% to 30% each week per report, times: {watch is present: 0.2 per guess}, then: war to skirmish}
            outcomes:
              dictated: {title: A dictated peace, if: line is new and war is truce}
              fighting: {title: Fighting goes on, if: war above truce}
              peace: {title: Peace at the old line, if: otherwise}
            policies:
              watched: {title: Under watch, allow: [north/send-watch]}
              unbrokered: {title: Nobody brokers, forbid: [ceasefire]}
            scores: {quiet: weeks with war is truce}
            claims:
              goes-on: {says: The war goes on., at: report p1, test: odds of fighting above 50%}
              line-breaks: {says: The line breaks more often than not., at: report p2, test: odds ever of line is new above 65%}
              offers-matter: {says: Without a broker the war goes on., at: report p2, test: without ceasefire odds of fighting rise}
              never-ends: {says: It never ends., at: report p3, test: odds of peace above 95%, severity: warning}
              motives: {says: 'They "do not" <want> to & will not.', at: report p4, untestable: It speaks of motives.}
            """;

    /// The same with a claim that fails and is an error.
    static final String FAILING = TEXT.replace(", severity: warning", "");

    private Claims() {}
}
