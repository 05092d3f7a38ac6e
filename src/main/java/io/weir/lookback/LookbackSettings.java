package io.weir.lookback;

import java.time.Duration;

/**
 * What an operator may set about look-back.
 *
 * @param segmentRecords transfers in a segment of the index
 * @param pageRecords transfers that a scan reads at a time, at most
 * @param pageTime how long a scan may keep its thread at a time
 * @param pagePause how long a scan leaves its thread to others between two pages
 * @param maxAlertBytes largest alert that Weir writes
 * @param alertCommitInterval least time between two commits that alerts ask for
 */
public record LookbackSettings(
    int segmentRecords,
    int pageRecords,
    Duration pageTime,
    Duration pagePause,
    int maxAlertBytes,
    Duration alertCommitInterval) {}
