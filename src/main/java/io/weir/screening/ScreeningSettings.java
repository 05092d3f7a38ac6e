package io.weir.screening;

/**
 * What an operator may set about screening.
 *
 * @param screenedOutput whether every transfer is copied to the screened topic
 * @param maxRecordBytes largest record that Weir writes
 * @param maxAlertBytes largest alert that Weir writes
 */
public record ScreeningSettings(boolean screenedOutput, int maxRecordBytes, int maxAlertBytes) {}
