package org.chancery.core.memory;

import java.time.Clock;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.schedule.ClockRegisterContract;

class MemoryClocksTest extends ClockRegisterContract {
  private final MemoryHost host = new MemoryHost(Clock.systemUTC(), Checkpoint.NONE);

  @Override
  protected ClockRegister register() {
    return host.clocks();
  }

  @Override
  protected void write(Runnable work) {
    host.write(work);
  }
}
