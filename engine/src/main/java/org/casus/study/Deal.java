package org.casus.study;

/// What becomes of an agreement.
///
/// @param agreement its id, or [Deals#ANY]
/// @param signed odds that it is signed at least once by the horizon
/// @param stillFighting odds that there is fighting when it has just been signed for the first time, given
///     that it is; NaN if it never is
/// @param recurs odds that there is fighting then or within the time stated after, given that it is
///     signed; NaN if it never is
public record Deal(String agreement, double signed, double stillFighting, double recurs) {}
