package org.casus.chain;

import java.io.IOException;
import java.io.Writer;

/// Where an export goes: gives a writer for each file it is asked for by name. The engine itself opens
/// no files.
/// Writers
/// are closed by whoever asked for them.
@FunctionalInterface
public interface Sink {
    Writer open(String name) throws IOException;
}
