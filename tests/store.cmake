atalaya_test(tst_settings LINKS atalaya_settings)
atalaya_test(tst_journalstore LINKS atalaya_store TSAN SMOKE)
