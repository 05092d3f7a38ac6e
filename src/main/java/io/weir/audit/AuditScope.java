package io.weir.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * How much is held to account.
 *
 * @param from the first moment, by the timestamps of the transfers topic; empty for its beginning
 * @param to the first moment that is left out; empty for what is there when the audit begins
 * @param lookback whether look-back runs beside screening; without it nobody finds what was listed
 *     after a transfer, and nobody closes what was withdrawn
 * @param shown how many differences are named; all are counted
 */
public record AuditScope(
    Optional<Instant> from, Optional<Instant> to, boolean lookback, int shown) {}
