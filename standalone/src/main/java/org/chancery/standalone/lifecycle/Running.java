package org.chancery.standalone.lifecycle;

import org.springframework.context.SmartLifecycle;

/** Something that is started with the server and stopped in its turn. */
public final class Running implements SmartLifecycle {
  private final Stage stage;
  private final Runnable start;
  private final Runnable stop;
  private volatile boolean running;

  /** At its stage; start and stop run once each. */
  public Running(Stage stage, Runnable start, Runnable stop) {
    this.stage = stage;
    this.start = start;
    this.stop = stop;
  }

  /**
   * The order of starting; stopping goes the other way round. Requests are taken after the last and
   * refused before it stops; the database is there before the first and stops after it.
   */
  public enum Stage {
    /** Entries are sealed and witnessed. */
    LEDGER,
    /** The index follows the changes. */
    INDEX,
    /** What has to be there before anyone asks: the tree, the first administrator, the demo. */
    CONTENTS,
    /** The folder is watched, originals are read. */
    INTAKE
  }

  @Override
  public void start() {
    start.run();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    stop.run();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return stage.ordinal();
  }
}
