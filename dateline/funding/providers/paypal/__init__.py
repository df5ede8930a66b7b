"""PayPal: orders, subscriptions, refunds, disputes and reports, over plain HTTP (decision 25 says why)."""

from .adapter import PayPal, configured
from .places import LIVE, SANDBOX, address, fits, is_live

__all__ = ["LIVE", "SANDBOX", "PayPal", "address", "configured", "fits", "is_live"]
