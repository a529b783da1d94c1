package org.casus.scenario;

/// A difference, and how to put it into the first file.
record Found(Change change, Graft graft) {}
