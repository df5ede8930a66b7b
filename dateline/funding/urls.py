"""The paths that funding answers."""

from django.urls import path, re_path

from .views import books, drives, give, hooks, mine, monthly, move

app_name = "funding"
urlpatterns = [
    path("give/", give.give, name="give"),
    path("give/check.json", give.check, name="check"),
    path("give/mine/", mine.mine, name="mine"),
    path("give/mine/gifts/<int:pk>/", mine.shown, name="mine_shown"),
    path("give/mine/receipts/<int:number>/", mine.receipt, name="mine_receipt"),
    path("give/mine/years/<int:year>.pdf", mine.year, name="mine_year"),
    path("give/mine/forget/", mine.forget, name="mine_forget"),
    path("give/<str:token>/", give.confirm, name="confirm"),
    path("give/<str:token>/pay/", give.pay, name="pay"),
    path("give/<str:token>/thanks/", give.thanks, name="thanks"),
    path("give/<str:token>/monthly/", monthly.monthly, name="monthly"),
    path("give/<str:token>/monthly/end/", monthly.ask_to_end, name="monthly_end"),
    path("give/<str:token>/move/", move.move, name="move"),
    path("drives/", drives.drives, name="drives"),
    path("drives/books/", books.books, name="books"),
    path("drives/books.csv", books.books_csv, name="books_csv"),
    path("drives/books.json", books.books_json, name="books_json"),
    path("drives/meter.svg", drives.meter_svg, name="meter_svg"),
    path("drives/meter.json", drives.meter_json, name="meter_json"),
    re_path(r"^drives/(?P<year>\d{4})-(?P<month>\d{2})/$", drives.drive, name="drive"),
    path("supporters/", drives.supporters, name="supporters"),
    path("pay/hooks/<slug:provider>/", hooks.hook, name="hook"),
]
