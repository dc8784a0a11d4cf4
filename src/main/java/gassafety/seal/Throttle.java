package gassafety.seal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets each address ask so often in a minute; remembers the addresses that asked last, and no more of them. */
final class Throttle {

    static final int A_MINUTE = 30;

    private static final int ADDRESSES = 10_000;
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record Window(long since, int asked) {}

    Throttle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized boolean admits(String address) {
        long now = nanos.getAsLong();
        Window window = windows.get(address);
        if (window == null || now - window.since() >= MINUTE_NANOS) {
            window = new Window(now, 0);
        }
        windows.put(address, new Window(window.since(), window.asked() + 1));
        return window.asked() < A_MINUTE;
    }
}
