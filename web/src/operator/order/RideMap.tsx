import type { Delivery, OrderView } from "../../api/wire";
import { OrderMap } from "../../customer/order/OrderMap";

export const RideMap = ({ order, ride }: { order: OrderView; ride: Delivery }) => (
  <div class="ride-map"><OrderMap order={order} ride={ride} /></div>
);
