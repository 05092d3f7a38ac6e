package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit refuses before it reads a topic. */
class AuditCommandTest {
  @TempDir private Path dir;

  @Test
  void shouldRefuseAFolderThatHoldsNoDemoAndLeaveItAsItIs() {
    CommandFixture audit = CommandFixture.weir("audit", "--data", dir.toString());

    assertThat(audit.exitCode()).as(audit.toString()).isEqualTo(ExitCode.USAGE.number());
    assertThat(audit.err()).contains("No demo has left anything in " + dir);
    assertThat(dir)
        .as("an empty audit would hold, and a broker would lie there")
        .isEmptyDirectory();
  }

  @Test
  void shouldRefuseAFolderThatIsNotThere() {
    CommandFixture audit = CommandFixture.weir("audit", "--data", dir.resolve("not").toString());

    assertThat(audit.exitCode()).as(audit.toString()).isEqualTo(ExitCode.USAGE.number());
    assertThat(audit.err()).contains("There is no folder " + dir.resolve("not"));
  }

  @Test
  void shouldRefuseAClusterBesideAFolder() {
    CommandFixture audit =
        CommandFixture.weir("audit", "--data", dir.toString(), "--bootstrap", "localhost:1");

    assertThat(audit.exitCode()).as(audit.toString()).isEqualTo(ExitCode.USAGE.number());
    assertThat(audit.err()).contains("--data is all there is to say");
  }

  @Test
  void shouldRefuseAsLeftWithoutAFolder() {
    CommandFixture audit = CommandFixture.weir("audit", "--as-left");

    assertThat(audit.exitCode()).as(audit.toString()).isEqualTo(ExitCode.USAGE.number());
    assertThat(audit.err()).contains("--as-left goes with --data.");
  }

  @Test
  void shouldRefuseARangeThatHoldsNothing() {
    CommandFixture audit =
        CommandFixture.weir("audit", "--from", "2025-03-07", "--to", "2025-03-06");

    assertThat(audit.exitCode()).as(audit.toString()).isEqualTo(ExitCode.USAGE.number());
    assertThat(audit.err()).contains("--from must lie before --to.");
  }

  @Test
  void shouldRefuseAFolderForItsFilesThatIsNotThere() {
    CommandFixture audit =
        CommandFixture.weir("audit", "--work-dir", dir.resolve("not").toString());

    assertThat(audit.exitCode()).as(audit.toString()).isEqualTo(ExitCode.USAGE.number());
    assertThat(audit.err()).contains("--work-dir: there is no folder " + dir.resolve("not"));
  }
}
