package org.casus.game;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casus.scenario.Exchange;
import org.casus.scenario.Peers;
import org.casus.scenario.Scenario;

/// Which boards are the same but for who of alike actors is called what, and which one of them is the state.
///
/// Where each row that changes places is one actor's own, the state is the board on which the tuples of own
/// rows ascend from one member of a group to the next: O(rows + n log n) a board. Else all orders are tried and
/// the least board is the state, of orders that lead there the first: O(orders · rows), for at most 720 orders.
final class Orbits {

    /// One order of alike actors, as what becomes of actors, rows and levels.
    private record Order(int[] actor, int[] row, int[][] level) {

        void apply(int[] board, int[] image) {
            for (int r = 0; r < board.length; r++) {
                image[row[r]] = level[r][board[r]];
            }
        }
    }

    private final Scenario scenario;
    private final int actors;
    private final List<Peers> sorted = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<int[]> turns = new ArrayList<>();
    private final Map<IntBuffer, Integer> numbers = new HashMap<>();

    Orbits(Scenario scenario) {
        this.scenario = scenario;
        actors = scenario.actors().size();
        if (scenario.alike().isEmpty()) {
            return;
        }
        number(IntStream.range(0, actors).toArray());
        if (scenario.alike().stream().allMatch(peers -> peers.rows().isPresent())) {
            sorted.addAll(scenario.alike());
        } else {
            orders.addAll(orders(scenario));
        }
    }

    /// Whether any actors are alike.
    boolean any() {
        return !turns.isEmpty();
    }

    /// Puts the state in the place of `board` and says by which turn: actor i of the board has seat
    /// `turn(t)[i]`.
    int settle(int[] board) {
        if (!orders.isEmpty()) {
            return least(board);
        }
        int[] seats = IntStream.range(0, actors).toArray();
        boolean moved = false;
        for (Peers peers : sorted) {
            moved |= sort(peers, board, seats);
        }
        return moved ? number(seats) : 0;
    }

    int[] turn(int number) {
        return turns.get(number);
    }

    /// What a turn makes of each of the scenario's moves: exchanges of neighbours, one after the other, make up
    /// any turn.
    int[] moves(int number) {
        int[] moves = IntStream.range(0, scenario.moves().size()).toArray();
        for (Peers peers : scenario.alike()) {
            int[] left = peers.actors().stream()
                    .mapToInt(actor -> turns.get(number)[actor])
                    .toArray();
            int k = 0;
            while (k + 1 < left.length) {
                if (left[k] <= left[k + 1]) {
                    k++;
                    continue;
                }
                int swap = left[k];
                left[k] = left[k + 1];
                left[k + 1] = swap;
                Exchange exchange = peers.exchanges().get(k);
                moves = Arrays.stream(moves).map(exchange::move).toArray();
                k = Math.max(0, k - 1);
            }
        }
        return moves;
    }

    /// For each actor the first that may change places with it and leave `board`, a state, as it is.
    int[] twins(int[] board) {
        int[] twin = IntStream.range(0, actors).toArray();
        int[] image = new int[board.length];
        for (Order order : orders) {
            order.apply(board, image);
            for (int i = 0; i < actors && Arrays.equals(image, board); i++) {
                twin[order.actor[i]] = Math.min(twin[order.actor[i]], i);
            }
        }
        for (Peers peers : sorted) {
            List<List<Integer>> rows = peers.rows().orElseThrow();
            for (int k = 1; k < rows.size(); k++) {
                if (!less(board, rows.get(k - 1), rows.get(k))) {
                    twin[peers.actors().get(k)] = twin[peers.actors().get(k - 1)];
                }
            }
        }
        return twin;
    }

    /// How many boards the state `board` stands for.
    long size(int[] board) {
        if (!orders.isEmpty()) {
            int[] image = new int[board.length];
            long same = 0;
            for (Order order : orders) {
                order.apply(board, image);
                same += Arrays.equals(image, board) ? 1 : 0;
            }
            return orders.size() / same;
        }
        long size = 1;
        for (Peers peers : sorted) {
            List<List<Integer>> rows = peers.rows().orElseThrow();
            int alike = 1;
            for (int k = 1; k < rows.size(); k++) {
                alike = less(board, rows.get(k - 1), rows.get(k)) ? 1 : alike + 1;
                size = Math.multiplyExact(size, k + 1L) / alike;
            }
        }
        return size;
    }

    /// All turns so far, one after the other.
    int[] turns() {
        return turns.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private int number(int[] seats) {
        Integer known = numbers.get(IntBuffer.wrap(seats));
        if (known != null) {
            return known;
        }
        turns.add(seats);
        numbers.put(IntBuffer.wrap(seats), turns.size() - 1);
        return turns.size() - 1;
    }

    /// Insertion sort, which leaves equals as they are: mostly one member is out of place.
    private static boolean sort(Peers peers, int[] board, int[] seats) {
        List<Integer> members = peers.actors();
        List<List<Integer>> rows = peers.rows().orElseThrow();
        int n = members.size();
        int[] from = IntStream.range(0, n).toArray();
        boolean moved = false;
        for (int k = 1; k < n; k++) {
            int one = from[k];
            int at = k;
            while (at > 0 && less(board, rows.get(one), rows.get(from[at - 1]))) {
                from[at] = from[at - 1];
                at--;
            }
            from[at] = one;
            moved |= at != k;
        }
        if (!moved) {
            return false;
        }
        int[] before = board.clone();
        for (int k = 0; k < n; k++) {
            seats[members.get(from[k])] = members.get(k);
            for (int r = 0; r < rows.get(k).size(); r++) {
                board[rows.get(k).get(r)] = before[rows.get(from[k]).get(r)];
            }
        }
        return true;
    }

    private static boolean less(int[] board, List<Integer> a, List<Integer> b) {
        for (int r = 0; r < a.size(); r++) {
            int one = board[a.get(r)];
            int two = board[b.get(r)];
            if (one != two) {
                return one < two;
            }
        }
        return false;
    }

    private int least(int[] board) {
        int[] best = board.clone();
        int[] tried = new int[board.length];
        int[] seats = orders.getFirst().actor;
        for (Order order : orders) {
            order.apply(board, tried);
            if (Arrays.compare(tried, best) < 0) {
                System.arraycopy(tried, 0, best, 0, best.length);
                seats = order.actor;
            }
        }
        System.arraycopy(best, 0, board, 0, board.length);
        return number(seats);
    }

    /// Every order, made of exchanges; the first leaves all as it is.
    private static List<Order> orders(Scenario scenario) {
        int[] sizes =
                scenario.rows().stream().mapToInt(row -> row.levels().size()).toArray();
        int[][] levels = Arrays.stream(sizes)
                .mapToObj(size -> IntStream.range(0, size).toArray())
                .toArray(int[][]::new);
        var plain = new Order(
                IntStream.range(0, scenario.actors().size()).toArray(),
                IntStream.range(0, sizes.length).toArray(),
                levels);
        var found = new ArrayList<Order>();
        Map<IntBuffer, Order> known = new HashMap<>();
        var open = new ArrayDeque<>(List.of(plain));
        known.put(IntBuffer.wrap(plain.actor), plain);
        while (!open.isEmpty()) {
            Order order = open.poll();
            found.add(order);
            for (Peers peers : scenario.alike()) {
                for (Exchange exchange : peers.exchanges()) {
                    Order next = after(order, exchange);
                    if (known.putIfAbsent(IntBuffer.wrap(next.actor), next) == null) {
                        open.add(next);
                    }
                }
            }
        }
        return found;
    }

    private static Order after(Order order, Exchange exchange) {
        int[] actor = Arrays.stream(order.actor).map(exchange::actor).toArray();
        int[] row = Arrays.stream(order.row).map(exchange::row).toArray();
        int[][] level = new int[row.length][];
        for (int r = 0; r < row.length; r++) {
            int there = order.row[r];
            level[r] = Arrays.stream(order.level[r])
                    .map(l -> exchange.level(there, l))
                    .toArray();
        }
        return new Order(actor, row, level);
    }

    /// For each of `count` things the first of those it becomes by any exchanges, with `image` what one
    /// exchange makes of it.
    static int[] kinds(int count, Scenario scenario, Image image) {
        int[] kind = IntStream.range(0, count).toArray();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Peers peers : scenario.alike()) {
                for (Exchange exchange : peers.exchanges()) {
                    for (int k = 0; k < count; k++) {
                        int other = image.of(exchange, k);
                        changed |= kind[other] < kind[k];
                        kind[k] = Math.min(kind[k], kind[other]);
                    }
                }
            }
        }
        return kind;
    }

    /// The same of all levels of all rows, row after row.
    static int[] levelKinds(Scenario scenario) {
        int[] start = new int[scenario.rows().size() + 1];
        for (int row = 0; row + 1 < start.length; row++) {
            start[row + 1] = start[row] + scenario.rows().get(row).levels().size();
        }
        return kinds(start[start.length - 1], scenario, (exchange, index) -> {
            int found = Arrays.binarySearch(start, index);
            int row = found >= 0 ? found : -found - 2;
            return start[exchange.row(row)] + exchange.level(row, index - start[row]);
        });
    }

    /// What an exchange makes of one thing.
    interface Image {
        int of(Exchange exchange, int index);
    }
}
