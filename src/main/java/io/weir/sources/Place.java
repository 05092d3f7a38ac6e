package io.weir.sources;

import java.nio.file.Path;

/** Where a file is to be had. */
public sealed interface Place {

  /** What messages and records call it: no secret, and no folder of this machine. */
  String shown();

  /** On a server. */
  record OnServer(SourceUrl url) implements Place {
    @Override
    public String shown() {
      return url.toString();
    }
  }

  /** On this machine. */
  record OnDisk(Path file) implements Place {
    @Override
    public String shown() {
      Path name = file.getFileName();
      return name == null ? file.toString() : name.toString();
    }
  }
}
