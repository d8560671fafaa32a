package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How somebody moves through the city.
public enum Vehicle {
    @JsonProperty("bicycle")
    BICYCLE,
    @JsonProperty("scooter")
    SCOOTER,
    @JsonProperty("car")
    CAR,
    @JsonProperty("foot")
    FOOT
}
