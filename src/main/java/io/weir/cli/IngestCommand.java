package io.weir.cli;

import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.ingest.IngestReport;
import io.weir.ingest.Ingester;
import io.weir.ingest.RefusedLines;
import io.weir.ingest.Rejects;
import io.weir.ingest.TransferFormat;
import io.weir.ingest.TransferFormats;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code weir ingest}: writes the transfers of an export to the transfers topic. */
@Command(
    name = "ingest",
    description = {
      "Writes the transfers of an export to the transfers topic; docs/ingest.md has the formats.",
      "Goes on to the end when lines are refused, and then ends with 16."
    })
final class IngestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Parameters(paramLabel = "FILE", description = "What to read, gzipped or not; - is stdin.")
  private String file;

  @Option(
      names = "--format",
      required = true,
      converter = FormatName.class,
      completionCandidates = FormatNames.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private TransferFormats format;

  @Option(
      names = "--chain",
      paramLabel = "CHAIN",
      description =
          "Id or name of the chain that was exported; ethereum, bitcoin or tron by default, as the"
              + " format has it. Not for json, where each transfer names its own.")
  private @Nullable String chain;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Keep every refused line here: JSON lines with line, field, reason, raw.")
  private @Nullable Path rejects;

  @Option(
      names = "--from-line",
      paramLabel = "N",
      defaultValue = "1",
      description = "Go on with this line, and add to the rejects file.")
  private long fromLine;

  @Option(
      names = "--dry-run",
      description = "Print the transfers as JSON lines instead of writing them; needs no cluster.")
  private boolean dryRun;

  @Option(
      names = "--json",
      description = "Print the summary as JSON on stdout; with --dry-run, on stderr.")
  private boolean json;

  /** The names on the command line, which are not those of the enum. */
  static final class FormatName implements ITypeConverter<TransferFormats> {
    @Override
    public TransferFormats convert(String name) {
      return TransferFormats.named(name)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of "
                          + String.join(", ", TransferFormats.names())
                          + " but was '"
                          + name
                          + "'"));
    }
  }

  /** The names as the help shows them. */
  static final class FormatNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return TransferFormats.names().iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    if (fromLine < 1) {
      throw new ParameterException(spec.commandLine(), "--from-line expects 1 or more.");
    }
    WeirConfig config = connection.load(dryRun ? Needs.NOTHING : Needs.BROKER_AND_REGISTRY);
    TransferFormat transfers = format.format(chain(config));
    // The input first: a wrong file name should not wait for a cluster to answer.
    try (IngestFile input = IngestFile.open(file);
        Rejects kept = rejects();
        IngestTarget target =
            dryRun
                ? IngestTarget.printer(spec.commandLine().getOut())
                : IngestTarget.topic(config, Clock.systemUTC())) {
      IngestSummary summary = new IngestSummary(file, target, rejects);
      RefusedLines refusals =
          line -> {
            summary.add(line);
            if (kept != null) {
              kept.add(line);
            }
          };
      Ingester ingester = new Ingester(target.sink(), refusals, input::atLine, fromLine);
      return new IngestRun(ingester, input, (report, failure) -> print(summary, report, failure))
          .run(transfers)
          .number();
    }
  }

  private String chain(WeirConfig config) throws IOException {
    if (chain == null) {
      return format.defaultChain().orElse("");
    }
    if (format.defaultChain().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--chain is not for json: each transfer names its own chain.");
    }
    return Defaults.chains(config.chainsFile())
        .find(chain)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--chain expects a chain that the chains file declares, but was '"
                        + chain
                        + "'."))
        .id();
  }

  private @Nullable Rejects rejects() {
    if (rejects == null) {
      return null;
    }
    try {
      return fromLine == 1 ? Rejects.create(rejects) : Rejects.append(rejects);
    } catch (IOException e) {
      throw new CommandFailed(
          ExitCode.USAGE, "The rejects file " + rejects + " cannot be written: " + e, e);
    }
  }

  private void print(IngestSummary summary, IngestReport report, Optional<String> failure) {
    PrintWriter err = spec.commandLine().getErr();
    if (json) {
      Json.print(dryRun ? err : spec.commandLine().getOut(), summary.fields(report, failure));
    } else {
      summary.print(err, report, failure);
    }
  }
}
