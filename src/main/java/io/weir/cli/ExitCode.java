package io.weir.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the process says with its exit code; the numbers are public API. */
public enum ExitCode {
  OK(0, "done"),
  LISTED(1, "check: an address is listed"),
  USAGE(2, "the command line is wrong; check: not an address"),
  CONFIG(10, "the configuration is wrong"),
  TOPICS(11, "topics are missing or not as they must be"),
  LIST_UNUSABLE(12, "there is no list, or it cannot be used"),
  STREAM_FAILED(13, "the stream failed"),
  STOP_TIMED_OUT(14, "stopping took longer than weir.close.timeout.ms"),
  UNREACHABLE(15, "the cluster or the schema registry does not answer or refuses Weir"),
  INPUT_REFUSED(16, "an input file cannot be read or was refused"),
  LIST_STALE(17, "lists status: a list is stale, or its age is not known"),
  SOURCE_UNREACHABLE(18, "a server does not give a list"),
  HISTORY_UNKNOWN(19, "lists history, show --as-of: the history does not tell all of it"),
  SUPERSEDED(20, "lists load, drop: another publisher took the place; nothing was published"),
  AUDIT_DIFFERS(21, "audit: the topics do not agree"),
  FAULT(70, "a fault in Weir itself");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  public String meaning() {
    return meaning;
  }

  /** Number and meaning of each, as the help shows them. */
  static Map<String, String> list() {
    Map<String, String> list = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      list.put(Integer.toString(code.number), code.meaning);
    }
    return Collections.unmodifiableMap(list);
  }
}
