atalaya_test(tst_settings LINKS atalaya_settings)
atalaya_test(tst_journalstore LINKS atalaya_store TSAN SMOKE)
atalaya_test(tst_storefaults LINKS atalaya_store Qt6::Sql)
atalaya_test(tst_storefollow LINKS atalaya_store TSAN)
