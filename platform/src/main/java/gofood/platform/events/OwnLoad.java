package gofood.platform.events;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/// How much of what it was given our process takes, in percent.
final class OwnLoad {
    private final OperatingSystemMXBean process =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long cpuBefore = process.getProcessCpuTime();
    private long before = System.nanoTime();

    /// Of the processors that we may use, since this was asked last. The system's own figure counts
    /// from whoever in this process asked before, which with several services is a moment ago.
    long cpuPercent() {
        var cpu = process.getProcessCpuTime();
        var now = System.nanoTime();
        var most = Math.max(1, now - before) * Runtime.getRuntime().availableProcessors();
        var percent = Math.clamp(100 * (cpu - cpuBefore) / most, 0, 100);
        cpuBefore = cpu;
        before = now;
        return percent;
    }

    /// Of the heap. What is taken at the moment says little, since most of it is waste that was not
    /// cleared up yet: what was left when it was cleared up last counts.
    static long memoryPercent() {
        var taken = 0L;
        for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
            var left = pool.getCollectionUsage();
            if (pool.getType() == MemoryType.HEAP && left != null) taken += left.getUsed();
        }
        return taken * 100 / Runtime.getRuntime().maxMemory();
    }
}
