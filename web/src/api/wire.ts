import type { components as CityApi } from "schema/city";
import type { components as DeliveryApi } from "schema/delivery";
import type { components as RestaurantApi } from "schema/restaurant";
import type { components as UserApi } from "schema/user";
import type { Solid } from "./solid";

/// The names under which the screens know what is on the wire.
export type Session = Solid<UserApi["schemas"]["Session"]>;
export type User = Solid<UserApi["schemas"]["User"]>;
export type SavedAddress = Solid<UserApi["schemas"]["SavedAddress"]>;
export type Address = Solid<CityApi["schemas"]["Address"]>;
export type AddressHit = Solid<CityApi["schemas"]["AddressHit"]>;
export type AddressList = Solid<CityApi["schemas"]["AddressList"]>;
export type CityInfo = Solid<CityApi["schemas"]["CityInfo"]>;
export type Card = Solid<RestaurantApi["schemas"]["Card"]>;
export type Menu = Solid<RestaurantApi["schemas"]["Menu"]>;
export type Section = Menu["sections"][number];
export type Item = Section["items"][number];
export type OptionGroup = Item["option_groups"][number];
export type Option = OptionGroup["options"][number];
export type Allergen = Item["allergens"][number];
export type Delivery = Solid<DeliveryApi["schemas"]["Delivery"]>;
export * from "./wire-order";
export type Stars = Solid<RestaurantApi["schemas"]["Stars"]>;
export type Preferences = Solid<UserApi["schemas"]["Preferences"]>;
export type Applicant = Solid<UserApi["schemas"]["Applicant"]>;
