import { body, http } from "./http";
import type { NewRating, Rating, Tracking, TrackingLink } from "./wire";

// What comes after an order is placed: others who watch it, and what one thinks of it.

const of = (order_id: number) => ({ path: { order_id } });

export const rate = (id: number, rating: NewRating): Promise<Rating> =>
  body(http.PUT("/orders/{order_id}/rating", { params: of(id), body: rating })) as Promise<Rating>;

/// Asked again it is the same link.
export const shareOrder = (id: number): Promise<TrackingLink> =>
  body(http.POST("/orders/{order_id}/links", { params: of(id) })) as Promise<TrackingLink>;

/// Whoever has a link of this order sees it no more.
export const endSharing = async (id: number): Promise<void> => {
  await http.DELETE("/orders/{order_id}/links", { params: of(id) });
};

export const readTracking = (token: string): Promise<Tracking> =>
  body(http.GET("/tracking/{token}", { params: { path: { token } } })) as Promise<Tracking>;
