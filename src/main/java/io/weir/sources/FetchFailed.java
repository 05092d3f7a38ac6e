package io.weir.sources;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that could not be fetched; the message names the URL without its secrets. */
public final class FetchFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why a download failed. */
  public enum Reason {
    /** No connection, an unknown host, a certificate that is not trusted, a broken answer. */
    UNREACHABLE,
    /** Too slow, or silent for too long. */
    TIMED_OUT,
    /** The body ended before its end. */
    TRUNCATED,
    /** The server has a fault, or asks to come again later: 5xx, 408, 425, 429. */
    SERVER_BUSY,
    /** The server does not give this file: any other status than 200 and 304. */
    NOT_GIVEN,
    /** A redirection that is not followed. */
    BAD_REDIRECT,
    /** More bytes than any list has. */
    TOO_LARGE,
    /** The disk of this machine takes no more, or a file of it cannot be read. */
    LOCAL_FAULT
  }

  private final Reason reason;
  private final transient Optional<Duration> retryAfter;

  FetchFailed(Reason reason, String where, String what) {
    this(reason, where, what, null);
  }

  FetchFailed(Reason reason, String where, String what, @Nullable Throwable cause) {
    this(reason, where, what, cause, Optional.empty());
  }

  FetchFailed(
      Reason reason,
      String where,
      String what,
      @Nullable Throwable cause,
      Optional<Duration> retryAfter) {
    super(where + ": " + what, cause);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  public Reason reason() {
    return reason;
  }

  /** How long the server asks to be left alone. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Whether the same request may end otherwise a little later. */
  boolean mayPass() {
    return switch (reason) {
      case UNREACHABLE, TIMED_OUT, TRUNCATED, SERVER_BUSY -> true;
      case NOT_GIVEN, BAD_REDIRECT, TOO_LARGE, LOCAL_FAULT -> false;
    };
  }
}
