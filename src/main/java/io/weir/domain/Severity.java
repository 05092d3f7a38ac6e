package io.weir.domain;

/** How urgent an alert is, mildest first. */
public enum Severity {
  /** Written by a newer Weir. */
  UNKNOWN,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
