"""The addresses of accounts. Only these pages of allauth exist; sign-up is not among them."""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkey
from allauth.socialaccount import views as service
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import path, re_path
from django.views.generic import RedirectView

from lienhiep.accounts.views import consents, entrance, kept_data, mine, my_data
from lienhiep.accounts.views.back_office import preferences

urlpatterns = [
    path("", mine.MyAccountView.as_view(), name="accounts_mine"),
    path("ho-so/", mine.ProfileView.as_view(), name="accounts_profile"),
    path("dien-thoai/", kept_data.PhoneView.as_view(), name="accounts_phone"),
    path("du-lieu/dang-luu/", kept_data.KeptDataView.as_view(), name="accounts_kept_data"),
    path("phien/thoat-noi-khac/", mine.EndSessionView.as_view(), name="accounts_end_others"),
    path("phien/<int:pk>/thoat/", mine.EndSessionView.as_view(), name="accounts_end_session"),
    path("du-lieu/", my_data.MyDataView.as_view(), name="accounts_my_data"),
    path("du-lieu/ban-sao.json", my_data.MyDataFileView.as_view(), name="accounts_my_data_file"),
    path(
        "du-lieu/dong-y/<int:pk>/rut/",
        consents.WithdrawConsentView.as_view(),
        name="accounts_withdraw_consent",
    ),
    path("du-lieu/dong-y/", consents.MyConsentsView.as_view(), name="accounts_consents"),
    path(
        "du-lieu/dong-y/van-ban/<int:pk>/",
        consents.AgreeView.as_view(),
        name="accounts_agree",
    ),
    # At the door
    path("dang-nhap/", account.login, name="account_login"),
    path("thoat/", account.logout, name="account_logout"),
    path("da-dong/", account.account_inactive, name="account_inactive"),
    path("xac-nhan-lai/", account.reauthenticate, name="account_reauthenticate"),
    path("ma-mot-lan/", entrance.OneTimeCodeView.as_view(), name="accounts_one_time_code"),
    path("ma-mot-lan/mat-khau/", entrance.NewPasswordView.as_view(), name="accounts_new_password"),
    # Password
    path("mat-khau/doi/", account.password_change, name="account_change_password"),
    path("mat-khau/dat/", account.password_set, name="account_set_password"),
    path("mat-khau/quen/", account.password_reset, name="account_reset_password"),
    path("mat-khau/quen/da-gui/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "mat-khau/da-doi/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^mat-khau/moi/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    # The second step
    path("hai-buoc/", second_step.index, name="mfa_index"),
    path("hai-buoc/ma/", second_step.authenticate, name="mfa_authenticate"),
    path("hai-buoc/xac-nhan-lai/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("hai-buoc/ung-dung/bat/", app.activate_totp, name="mfa_activate_totp"),
    path("hai-buoc/ung-dung/tat/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("hai-buoc/ma-du-phong/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "hai-buoc/ma-du-phong/tao/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "hai-buoc/ma-du-phong/tai-ve/",
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("hai-buoc/khoa/", passkey.list_webauthn, name="mfa_list_webauthn"),
    path("hai-buoc/khoa/them/", passkey.add_webauthn, name="mfa_add_webauthn"),
    path("hai-buoc/khoa/<int:pk>/sua/", passkey.edit_webauthn, name="mfa_edit_webauthn"),
    path("hai-buoc/khoa/<int:pk>/bo/", passkey.remove_webauthn, name="mfa_remove_webauthn"),
    path(
        "hai-buoc/khoa/xac-nhan-lai/",
        passkey.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("hai-buoc/khoa/dang-nhap/", passkey.login_webauthn, name="mfa_login_webauthn"),
    # The office's own sign-in service
    path("dich-vu/da-huy/", service.login_cancelled, name="socialaccount_login_cancelled"),
    path("dich-vu/loi/", service.login_error, name="socialaccount_login_error"),
    path("dich-vu/<slug:provider_id>/", openid.login, name="openid_connect_login"),
    path("dich-vu/<slug:provider_id>/ve/", openid.callback, name="openid_connect_callback"),
]

to_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

door_urlpatterns = [
    # Wagtail's own sign-in pages know neither rate limits nor the second step.
    path("quan-tri/login/", to_sign_in, name="accounts_back_office_login"),
    path("_util/login/", to_sign_in, name="accounts_private_page_login"),
    # Wagtail's page asks for first and last names, which Vietnamese names do not have.
    path("quan-tri/account/", preferences, name="accounts_back_office_preferences"),
    path("vao/", entrance.go_in, name="accounts_go_in"),
]
"""Addresses outside /tai-khoan/; they must stand before those of Wagtail."""
