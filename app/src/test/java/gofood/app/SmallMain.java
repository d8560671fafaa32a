package gofood.app;

/// The command line with [SmallService]s, to be run in a process of its own.
final class SmallMain {
    private SmallMain() {}

    public static void main(String[] args) {
        System.exit(new Main(SmallService.all(), SmallMain.class, new SmallDemo()).run(args));
    }
}
