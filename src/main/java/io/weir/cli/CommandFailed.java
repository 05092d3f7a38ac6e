package io.weir.cli;

/** Why a command ends early, in a sentence, and with which code. */
final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  CommandFailed(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  CommandFailed(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }
}
