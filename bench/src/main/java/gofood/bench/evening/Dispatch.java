package gofood.bench.evening;

/// One way of deciding who is asked for what. Knows only what the real service would know.
interface Dispatch {
    void round(EveningTown town);
}
