package io.weir.screening;

import java.time.Duration;

/**
 * What an operator may set about screening.
 *
 * @param screenedOutput whether every transfer is copied to the screened topic
 * @param maxRecordBytes largest record that Weir writes
 * @param maxAlertBytes largest alert that Weir writes
 * @param alertCommitInterval least time between two commits that alerts ask for
 */
public record ScreeningSettings(
    boolean screenedOutput, int maxRecordBytes, int maxAlertBytes, Duration alertCommitInterval) {}
