package org.casus.app.cli;

import java.util.Iterator;

/// Names that complete a SCENARIO.
final class ShippedNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Shelf.ofProcess().shipped().keySet().iterator();
    }
}
