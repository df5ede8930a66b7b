"""What columns are called, in the six languages of the interface. Case, accents and brackets do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from dateline.lib.money import EXPONENTS

from ...sentence import bank_says

# Role, language, names.
NAMES: dict[str, dict[str, str]] = {
    "booked": {
        "en": "date|booking date|booked|posting date|transaction date|date of booking|completed date",
        "de": "datum|buchung|buchungstag|buchungsdatum|buchungstag/valuta",
        "fr": "date|date operation|date de l'operation|date de comptabilisation|date comptable|date d'operation",
        "es": "fecha|fecha operacion|fecha de operacion|fecha contable|f. operacion|f. contable",
        "uk": "дата|дата операції|дата проведення|дата транзакції|дата і час операції",
        "ar": "التاريخ|تاريخ العملية|تاريخ القيد|تاريخ المعاملة",
    },
    "value": {
        "en": "value date|value",
        "de": "valuta|valutadatum|wertstellung|wert",
        "fr": "date de valeur|date valeur|valeur",
        "es": "fecha valor|fecha de valor|f. valor",
        "uk": "дата валютування",
        "ar": "تاريخ القيمة|تاريخ الاستحقاق",
    },
    "amount": {
        "en": "amount|transaction amount|money",
        "de": "betrag|umsatz",
        "fr": "montant|montant de l'operation",
        "es": "importe|monto|cantidad",
        "uk": "сума|сума операції|сума транзакції|сума у валюті рахунку",
        "ar": "المبلغ|مبلغ|مبلغ العملية",
    },
    "debit": {
        "en": "debit|debit amount|paid out|money out|withdrawal|withdrawals",
        "de": "soll|lastschrift|belastung|ausgang|ausgaben",
        "fr": "debit|debits",
        "es": "debe|cargo|cargos|debito",
        "uk": "дебет|видаток|списання",
        "ar": "مدين|المدين|سحب|خصم",
    },
    "credit": {
        "en": "credit|credit amount|paid in|money in|deposit|deposits",
        "de": "haben|gutschrift|eingang|einnahmen",
        "fr": "credit|credits",
        "es": "haber|abono|abonos|credito",
        "uk": "кредит|надходження|зарахування",
        "ar": "دائن|الدائن|إيداع|ايداع",
    },
    "direction": {
        "en": "debit/credit|credit/debit|dr/cr|cr/dr|credit or debit|direction",
        "de": "soll/haben|s/h|soll-/haben-kennzeichen",
        "fr": "sens|debit/credit",
        "es": "debe/haber|cargo/abono|signo",
        "uk": "дебет/кредит|тип операції",
        "ar": "مدين/دائن|نوع العملية",
    },
    "currency": {
        "en": "currency|ccy",
        "de": "wahrung|waehrung",
        "fr": "devise|monnaie",
        "es": "divisa|moneda",
        "uk": "валюта|валюта рахунку",
        "ar": "العملة|عملة",
    },
    "name": {
        "en": "name|counterparty|counterparty name|payer/payee|partner name",
        "de": "name|beguenstigter/zahlungspflichtiger|begunstigter/zahlungspflichtiger|auftraggeber/empfanger"
        "|auftraggeber/beguenstigter|name zahlungsbeteiligter|partnername|auftraggeber/zahlungsempfanger",
        "fr": "nom|contrepartie|tiers|nom de la contrepartie",
        "es": "nombre|contraparte|ordenante/beneficiario|beneficiario/ordenante",
        "uk": "контрагент|назва контрагента|кореспондент|платник/одержувач|ім'я",
        "ar": "الاسم|اسم الطرف الآخر|الطرف الآخر",
    },
    "payer": {
        "en": "payer|from|sender|payer name|sender name|debtor",
        "de": "zahlungspflichtige*r|zahlungspflichtiger|auftraggeber|zahler",
        "fr": "payeur|donneur d'ordre|emetteur",
        "es": "ordenante|pagador|remitente",
        "uk": "платник|відправник",
        "ar": "الدافع|المرسل",
    },
    "payee": {
        "en": "payee|to|recipient|payee name|beneficiary|creditor",
        "de": "zahlungsempfanger*in|zahlungsempfanger|empfanger|begunstigter|beguenstigter",
        "fr": "beneficiaire|destinataire",
        "es": "beneficiario|destinatario",
        "uk": "одержувач|отримувач",
        "ar": "المستفيد|المستلم",
    },
    "iban": {
        "en": "counterparty iban|counterparty account|partner iban|iban|account number of counterparty",
        "de": "iban|iban zahlungsbeteiligter|kontonummer/iban|partner iban|iban gegenkonto|gegenkonto",
        "fr": "iban|iban contrepartie|compte contrepartie",
        "es": "iban|cuenta contraparte|iban ordenante|iban contraparte",
        "uk": "iban|iban контрагента|рахунок контрагента|рахунок кореспондента",
        "ar": "iban|الآيبان|ايبان|حساب الطرف الآخر",
    },
    "account": {
        "en": "account|account number|own account|account iban",
        "de": "konto|auftragskonto|iban auftragskonto|eigenes konto",
        "fr": "compte|numero de compte",
        "es": "cuenta|numero de cuenta",
        "uk": "рахунок|номер рахунку|мій рахунок",
        "ar": "الحساب|رقم الحساب",
    },
    "remittance": {
        "en": "description|details|remittance|remittance information|payment reference|narrative|memo|message|text"
        "|transaction description",
        "de": "verwendungszweck|zahlungszweck|buchungsdetails|beschreibung",
        "fr": "libelle|motif|communication|libelle de l'operation|description",
        "es": "concepto|descripcion|observaciones|motivo",
        "uk": "призначення платежу|призначення|опис|опис операції|деталі операції",
        "ar": "الوصف|البيان|التفاصيل|الغرض|وصف العملية",
    },
    "end_to_end": {
        "en": "end to end reference|end-to-end reference|end to end id|customer reference",
        "de": "kundenreferenz|kundenreferenz end-to-end|end-to-end-referenz|ende-zu-ende-referenz|kundenref.",
        "fr": "reference de bout en bout|reference client",
        "es": "referencia de extremo a extremo|referencia cliente",
        "uk": "наскрізний ідентифікатор|референс клієнта",
        "ar": "مرجع العميل",
    },
    "bank_reference": {
        "en": "bank reference|transaction id|transaction reference|reference number|account servicer reference",
        "de": "bankreferenz|referenznummer|buchungsreferenz|transaktions-id|umsatz-id",
        "fr": "reference bancaire|reference banque|numero d'operation|reference de l'operation",
        "es": "referencia banco|numero de operacion|id de transaccion|n. operacion",
        "uk": "референс|референс банку|id транзакції|номер операції",
        "ar": "مرجع البنك|رقم العملية|رقم المرجع",
    },
    "balance": {
        "en": "balance|running balance|balance after",
        "de": "saldo|kontostand|saldo nach buchung",
        "fr": "solde|solde apres operation",
        "es": "saldo|saldo disponible",
        "uk": "залишок|баланс|залишок після операції",
        "ar": "الرصيد|رصيد",
    },
    "status": {
        "en": "status|state",
        "de": "status|info",
        "fr": "statut|etat",
        "es": "estado",
        "uk": "статус|стан",
        "ar": "الحالة",
    },
}
CALLED = {  # to the treasurer, where a column is asked for
    "booked": bank_says("day of booking"),
    "value": bank_says("value date"),
    "amount": bank_says("amount"),
    "debit": bank_says("money out"),
    "credit": bank_says("money in"),
    "direction": bank_says("in or out"),
    "currency": bank_says("currency"),
    "name": bank_says("other party"),
    "payer": bank_says("payer"),
    "payee": bank_says("payee"),
    "iban": bank_says("account of the other party"),
    "account": bank_says("our account"),
    "remittance": bank_says("text of the payment"),
    "end_to_end": bank_says("payer’s own reference"),
    "bank_reference": bank_says("bank’s reference"),
    "balance": bank_says("balance"),
    "status": bank_says("status"),
}
WAITING = re.compile(r"pending|vorgemerkt|en attente|a venir|pendiente|очіку|обробці|معلق|قيد الانتظار|declined|failed")
OUT = "d|dr|debit|s|soll|belastung|lastschrift|debe|cargo|dbit|дебет|видаток|списання|مدين|سحب|out"
IN = "c|cr|credit|h|haben|gutschrift|haber|abono|crdt|кредит|надходження|зарахування|دائن|إيداع|in"
CURRENCY_SIGNS = {"€": "EUR", "£": "GBP", "₴": "UAH", "грн": "UAH", "zł": "PLN", "Kč": "CZK", "₹": "INR", "₪": "ILS"}
ANY_SIGN = re.compile(r"[$¥]|" + "|".join(CURRENCY_SIGNS))
LINK_WORDS = {"in", "en", "у", "в", "ب", "بال"}


def plain(cell: str) -> str:
    """Leave a heading's words: no case, accents, brackets with what is in them, or doubled blanks."""
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", cell.replace("’", "'").strip("\ufeff"))
    bare = (part for part in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(part))
    return " ".join("".join(bare).strip(" :").split())


def currency_in(cell: str) -> str:
    """Return the currency that a heading or an amount names by code or sign (``Betrag (EUR)``), or nothing."""
    codes = {code for code in re.findall(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])", cell) if code in EXPONENTS}
    codes |= {code for sign, code in CURRENCY_SIGNS.items() if sign in cell}  # $ and ¥ are more than one currency's
    return codes.pop() if len(codes) == 1 else ""


def roles_of(cell: str) -> dict[str, set[str]]:
    """Return what a heading may mean, each with the languages in which it does. Its currency does not matter."""
    name = plain(cell)
    if name not in KNOWN:
        code = currency_in(cell).lower()
        words = [word for word in plain(ANY_SIGN.sub(" ", cell)).split() if word != code]
        name = " ".join(words[:-1] if words and words[-1] in LINK_WORDS else words).strip(" ,.")
    return KNOWN.get(name, {})


def _known() -> dict[str, dict[str, set[str]]]:
    """Return every name with its roles and their languages."""
    known: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for role, languages in NAMES.items():
        for language, names in languages.items():
            for name in names.split("|"):
                known[plain(name)][role].add(language)
    return {name: dict(roles) for name, roles in known.items()}


KNOWN = _known()
GOES_OUT = {plain(word) for word in OUT.split("|")}
COMES_IN = {plain(word) for word in IN.split("|")}
