package io.weir.domain;

import java.time.Instant;

/**
 * A look-back that somebody asked for.
 *
 * @param id names it in its reports
 * @param from transfers screened before it are left out
 * @param to transfers screened at or after it are left out
 */
public record LookbackQuestion(String id, Instant from, Instant to) {}
