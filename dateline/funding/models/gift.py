"""What somebody meant to give, what repeats, and what was given."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from dateline.funding.mode import Mode, current_mode
from dateline.lib.money import Money

from .drive import Drive
from .finding import gift_of, searchable
from .recurring import Recurring, Standing
from .words import BANK, Frequency, State, Visibility, Words

EXPLAINING = ("gifts", "refunds", "disputes")  # accounts that say why money came or went, and so count on a meter


def new_token() -> str:
    """Return a word nobody can guess (192 bits); it opens one giver's private pages."""
    return secrets.token_urlsafe(24)


class IntentQuerySet(models.QuerySet["GiftIntent"]):
    """Reads of intentions."""

    def begun_since(self, instant: datetime) -> Self:
        """Those begun after ``instant``; the site-wide limits count them."""
        return self.filter(created_at__gte=instant)

    def by_transfer(self, is_so: bool = True) -> Self:
        """Those that a giver's own bank is to pay, or all others."""
        return self.filter(provider=BANK) if is_so else self.exclude(provider=BANK)

    def with_word(self, token: str) -> GiftIntent | None:
        """The one that only its giver can name, with its supporter."""
        return self.filter(token=token).select_related("supporter").first()

    def at_their_page(self, since: datetime) -> Self:
        """Those for which a provider's page has stood open since ``since``."""
        return self.unsettled(since).by_transfer(False)

    def awaited(self, mode: Mode, since: datetime) -> Self:
        """Transfers that a line may be about: announced since ``since``, come already or not, or every month."""
        coming = models.Q(created_at__gte=since) | models.Q(frequency=Frequency.MONTHLY)
        return self.by_transfer().filter(coming, mode=mode).select_related("supporter")

    def referring(self, references: Collection[str]) -> Self:
        """Those with one of these references."""
        return self.filter(reference__in=references)

    def alike(self, amounts: Collection[int], supporters: Collection[int]) -> Self:
        """Those to which an amount beside a name, or a giver that is known, points, the latest first."""
        named = models.Q(amount__in=amounts) & ~models.Q(name="")
        return self.filter(named | models.Q(supporter__in=supporters)).order_by("-created_at")

    def referred(self, reference: str) -> GiftIntent | None:
        """The intention with this reference on its transfer."""
        return self.filter(reference=reference).first() if reference else None

    def at_provider(self, provider: str, mode: Mode, session: str) -> Self:
        """The intention that a provider's checkout belongs to."""
        return self.filter(provider=provider, mode=mode, provider_session=session)

    def named(self, reference: str, provider: str, mode: Mode) -> GiftIntent | None:
        """The intention that a provider calls by its uuid; None where that is no uuid, or none of ours."""
        try:
            return self.filter(pk=uuid.UUID(reference), provider=provider, mode=mode).first()
        except ValueError:
            return None

    def transfer_named(self, key: str, mode: Mode) -> GiftIntent | None:
        """The transfer with this uuid; None where it is no uuid, none of ours, or no transfer."""
        return self.named(key, BANK, mode)

    def awaited_lately(self, mode: Mode, now: datetime) -> Self:
        """Transfers announced within the last month and not here yet, oldest first."""
        lately = self.by_transfer().filter(state=State.OPEN, mode=mode, created_at__gte=now - timedelta(days=31))
        return lately.order_by("created_at")

    def never_paid(self, since: datetime, awaited_since: datetime) -> Self:
        """Those begun before ``since`` that came to nothing, transfers before ``awaited_since``; not yet forgotten."""
        own = models.Q(provider=BANK, created_at__lt=awaited_since) | (
            ~models.Q(provider=BANK) & models.Q(created_at__lt=since)
        )
        left = ~models.Q(name="", message="", dedication="", supporter=None)
        return self.filter(own, left, gifts=None).exclude(state=State.PAID)

    def moved_and_running(self, mode: Mode, state: str) -> Self:
        """Those that have taken the place of a promise which still runs."""
        found = self.filter(mode=mode, state=state, moves__isnull=False).exclude(moves__standing=Standing.ENDED)
        return found.select_related("moves")

    def with_gifts(self) -> Self:
        """The same, with what came of each."""
        return self.prefetch_related(models.Prefetch("gifts", Gift.objects.standing()))

    def without_gifts_left(self, key: uuid.UUID) -> Self:
        """This intention, unless something is left of what came of it."""
        left = models.Sum("gifts__postings__of_gift", default=0)
        return self.filter(pk__in=self.filter(pk=key).annotate(left=left).filter(left=0).values("pk"))

    def unsettled(self, since: datetime) -> Self:
        """Those that were sent to a provider and have not come back."""
        return self.filter(state=State.OPEN, created_at__gte=since).exclude(provider_session="")


class GiftIntent(Words):
    """One wish to give. Its uuid is the idempotency key of everything we ask a provider to do for it."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.CharField(_("token"), max_length=40, unique=True, default=new_token, editable=False)
    amount = models.PositiveBigIntegerField(_("amount, in minor units"))
    currency = models.CharField(_("currency"), max_length=3)
    cover = models.PositiveBigIntegerField(
        _("meant for the fee, in minor units"), default=0, help_text=_("Part of the amount.")
    )
    frequency = models.CharField(_("how often"), max_length=7, choices=Frequency.choices, default=Frequency.ONCE)
    reference = models.CharField(
        _("reference"), max_length=12, blank=True, help_text=_("What the giver writes on a transfer.")
    )
    moves = models.ForeignKey(
        "Recurring",
        verbose_name=_("in place of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="followers",
        help_text=_("The monthly gift that ends once this one is paid."),
    )
    provider = models.CharField(_("provider"), max_length=20)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    provider_session = models.CharField(_("checkout"), max_length=255, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.OPEN)
    created_at = models.DateTimeField(_("begun"))

    objects = IntentQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("intention to give")
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "mode", "provider_session"],
                condition=~models.Q(provider_session=""),
                name="funding_one_intent_a_checkout",
            ),
            models.UniqueConstraint(
                fields=["reference"], condition=~models.Q(reference=""), name="funding_one_intent_a_reference"
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="funding_intent_is_more_than_nothing"),
            models.CheckConstraint(
                condition=models.Q(cover__lt=models.F("amount")), name="funding_cover_is_part_of_the_gift"
            ),
        ]
        indexes = [models.Index(fields=["created_at"], name="funding_intent_created")]

    def __str__(self) -> str:
        return f"{self.money} {self.frequency}"

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money(self.amount, self.currency)

    @property
    def giver(self) -> str:
        """Who it is, for the treasurer: the name, else the mail address, else what names the transfer."""
        mail = self.supporter.email if self.supporter else ""
        return self.name or mail or self.reference

    @property
    def is_awaited(self) -> bool:
        """Whether money for it is still to come."""
        return self.state == State.OPEN or self.is_monthly

    @property
    def is_transfer(self) -> bool:
        """Whether the giver's own bank is to pay it."""
        return self.provider == BANK

    @property
    def fee(self) -> Money | None:
        """What of the amount is meant for the payment's fee, None where nothing is."""
        return Money(self.cover, self.currency) if self.cover else None

    @property
    def is_monthly(self) -> bool:
        """Whether it repeats."""
        return self.frequency == Frequency.MONTHLY


class GiftQuerySet(models.QuerySet["Gift"]):
    """Reads of gifts."""

    def at_provider(self, provider: str, mode: Mode, payment: str) -> Gift | None:
        """The gift that a provider calls so."""
        return self.filter(provider=provider, mode=mode, payment_id=payment).select_related("intent").first()

    def count_of_line(self, line: int, mode: str) -> int:
        """How often a line of a bank's statement was booked as a gift."""
        return self.filter(provider=BANK, mode=mode, payment_id__startswith=f"line-{line}-").count()

    def in_mode(self, mode: Mode) -> Self:
        """Those of the installation's mode; every public list begins here."""
        return self.filter(mode=mode)

    def standing(self) -> Self:
        """Those whose booking was not undone: an undone one was a mistake, and nobody's gift."""
        return self.exclude(postings__kind="undone")

    def with_moves(self) -> Self:
        """With what is ``left`` of each, and what of it was ``undone``."""
        mistaken = models.Sum("postings__of_gift", filter=models.Q(postings__kind="undone"), default=0)
        return self.annotate(left=models.Sum("postings__of_gift"), undone=-mistaken)

    def of_promise(self, recurring: Recurring) -> Self:
        """All months of a promise, the latest first."""
        found = self.filter(recurring=recurring).annotate(left=models.Sum("postings__of_gift"))
        return found.select_related("receipt").order_by("-received_at")

    def given_by(self, mails: Collection[str]) -> Self:
        """Those booked under these addresses in the installation's mode, with what is left of each, latest first."""
        theirs = self.filter(supporter__email__in=mails, mode=current_mode()) if mails else self.none()
        return (
            theirs.with_moves()
            .select_related("receipt", "drive", "intent", "recurring__intent")
            .order_by("-received_at", "-pk")
        )

    def to_be_named(self) -> Self:
        """Those whose givers let us name them and whose words wait for nobody, newest first."""
        named = self.standing().exclude(withheld=True).exclude(visibility=Visibility.SECRET).exclude(name="")
        return named.order_by("-received_at")

    def received_since(self, moment: datetime) -> Self:
        """Those that arrived at or after ``moment``."""
        return self.filter(received_at__gte=moment)

    def not_given_back(self) -> Self:
        """Those of which nothing has gone back."""
        return self.exclude(postings__kind="refund")

    def for_treasurer(self) -> Self:
        """With what is ``left`` of each and all that its line in the list names; the latest first."""
        postings: Any = self.model.postings.rel.related_model  # which stands above gifts
        moved = postings.objects.filter(gift=models.OuterRef("pk")).order_by()
        related = self.select_related("drive", "supporter", "intent", "recurring", "receipt")
        undone = Coalesce(_total(moved.filter(kind="undone")), 0)
        return related.annotate(left=_total(moved), undone=-undone).order_by("-received_at", "-pk")

    def matching(self, typed: str) -> Self:
        """Those that a treasurer means by what was typed; all where nothing was."""
        text = searchable(typed)
        return self.filter(gift_of(text)) if text else self

    def repeated(self, *, is_monthly: bool) -> Self:
        """Those that are a month of a promise, or those that are not."""
        return self.filter(recurring__isnull=not is_monthly)

    def gone_back(self, how_much: str) -> Self:
        """Of those with their moves: what went back is ``nothing``, ``some`` or ``all``."""
        nothing, whole = models.Q(back=0), models.Q(back=models.F("amount"))
        ways = {"nothing": nothing, "all": whole, "some": ~nothing & ~whole}
        back = models.F("amount") - models.F("left") - models.F("undone")
        return self.annotate(back=back).filter(ways[how_much])

    def overdrawn(self) -> Self:
        """Those of which more has gone back than came. There must never be one."""
        return self.annotate(left=models.Sum("postings__of_gift")).filter(left__lt=0).order_by()

    def out_of_drive(self) -> Self:
        """Those that count for a month in which they did not come. There must never be one."""
        came = models.Q(received_at__gte=models.F("drive__starts_at"), received_at__lt=models.F("drive__ends_at"))
        return self.exclude(drive=None).exclude(came).order_by()

    def unlike_their_postings(self) -> Self:
        """Those whose posting is missing, is not the only one, or moved another sum. There must never be one."""
        booked = models.Sum("postings__of_gift", filter=models.Q(postings__kind="gift"), default=0)
        return self.annotate(booked=booked).exclude(booked=models.F("amount")).order_by()


def _total(postings: Any) -> models.Subquery:
    """Return what these postings of a gift moved of it, as a part of a query on gifts."""
    return models.Subquery(postings.values("gift").annotate(total=models.Sum("of_gift")).values("total"))


class Gift(Words):
    """One payment that arrived. Its money is in postings; this row says who, when and for which drive."""

    provider = models.CharField(_("provider"), max_length=20)
    mode = models.CharField(_("mode"), max_length=4, choices=Mode.choices)
    payment_id = models.CharField(_("payment"), max_length=255)
    amount = models.PositiveBigIntegerField(_("amount, in minor units"))
    currency = models.CharField(_("currency"), max_length=3)
    settled = models.PositiveBigIntegerField(
        _("settled, in minor units"), help_text=_("What it was worth at the provider's rate of that moment.")
    )
    settled_currency = models.CharField(_("currency that it was settled in"), max_length=3)
    received_at = models.DateTimeField(_("received"), help_text=_("By the provider's clock; it decides the month."))
    drive = models.ForeignKey(
        Drive, verbose_name=_("drive"), null=True, blank=True, on_delete=models.PROTECT, related_name="gifts"
    )
    intent = models.ForeignKey(
        GiftIntent, verbose_name=_("intention"), null=True, blank=True, on_delete=models.PROTECT, related_name="gifts"
    )
    recurring = models.ForeignKey(
        "Recurring",
        verbose_name=_("monthly gift"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="gifts",
    )

    objects = GiftQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("gift")
        permissions = [("refund_gift", "Can give a gift back")]
        ordering = ["-received_at"]
        constraints = [
            models.UniqueConstraint(fields=["provider", "mode", "payment_id"], name="funding_one_gift_a_payment"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="funding_gift_is_more_than_nothing"),
        ]
        indexes = [models.Index(fields=["mode", "-received_at"], name="funding_gift_newest")]

    def __str__(self) -> str:
        return f"{self.money} · {self.received_at:%Y-%m-%d}"

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money(self.amount, self.currency)

    @property
    def went_back(self) -> Money | None:
        """What was given back of it or taken by its giver's bank, where it was asked for with its moves."""
        back = self.amount - getattr(self, "left", self.amount) - getattr(self, "undone", 0)
        return Money(back, self.currency) if back else None

    @property
    def what_is_left(self) -> Money:
        """What has not gone back, where it was asked for with its moves."""
        return Money(getattr(self, "left", self.amount) or 0, self.currency)

    @property
    def is_undone(self) -> bool:
        """Whether it was booked by mistake, where it was asked for with its moves."""
        return bool(getattr(self, "undone", 0))

    @property
    def fee(self) -> Money | None:
        """What of it was meant for the payment's fee; None of another amount than was said with it."""
        intent = self.intent
        return intent.fee if intent and intent.money == self.money else None

    @property
    def is_named(self) -> bool:
        """Whether readers see who gave it."""
        return bool(self.name) and self.visibility != Visibility.SECRET and not self.withheld

    @property
    def shows_amount(self) -> bool:
        """Whether the giver lets readers see how much."""
        return self.visibility == Visibility.PUBLIC
