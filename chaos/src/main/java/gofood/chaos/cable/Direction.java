package gofood.chaos.cable;

/// As the one who connects sees it.
public enum Direction {
    THERE,
    BACK
}
