package io.weir.cli;

import io.weir.avro.RegistryUnavailable;
import io.weir.ingest.IngestFailure;
import io.weir.ingest.IngestReport;
import io.weir.ingest.Ingester;
import io.weir.ingest.TransferFormat;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.KafkaException;

/** One run over an input, to its end or until the process is told to stop. */
final class IngestRun {
  private final Ingester ingester;
  private final IngestFile input;
  private final BiConsumer<IngestReport, Optional<String>> printer;

  /**
   * @param printer told what became of the input, and why it was not read to its end
   */
  IngestRun(
      Ingester ingester, IngestFile input, BiConsumer<IngestReport, Optional<String>> printer) {
    this.ingester = ingester;
    this.input = input;
    this.printer = printer;
  }

  private record End(ExitCode code, Optional<String> failure) {}

  ExitCode run(TransferFormat format) {
    StopHook hook = StopHook.install("weir-ingest-stop", this::stop);
    boolean finished = false;
    End end;
    try {
      end = readAll(format);
    } finally {
      finished = hook.remove();
    }
    if (finished) {
      print(end.failure());
    }
    return end.code();
  }

  private End readAll(TransferFormat format) {
    try {
      ingester.run(format.open(input.stream()));
    } catch (IngestFailure e) {
      Throwable cause = e.getCause();
      boolean cluster = cause instanceof KafkaException || cause instanceof RegistryUnavailable;
      return new End(
          cluster ? ExitCode.UNREACHABLE : ExitCode.INPUT_REFUSED, Optional.of(e.getMessage()));
    } catch (IOException e) {
      return new End(
          ExitCode.INPUT_REFUSED, Optional.of("The input cannot be read on: " + e.getMessage()));
    }
    boolean clean = ingester.report().refusedLines() == 0;
    return new End(clean ? ExitCode.OK : ExitCode.INPUT_REFUSED, Optional.empty());
  }

  /** Runs while the process ends, and perhaps while the input is waited for. */
  private void stop() {
    String how = "Stopped before the end.";
    try {
      ingester.stop();
    } catch (IngestFailure e) {
      how = e.getMessage();
    }
    print(Optional.of(how));
  }

  private void print(Optional<String> failure) {
    input.endProgress();
    printer.accept(ingester.report(), failure);
  }
}
