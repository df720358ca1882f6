atalaya_test(tst_simworld LINKS atalaya_sandbox)
atalaya_test(tst_simleases LINKS atalaya_sandbox)
atalaya_test(tst_simfaults LINKS atalaya_sandbox TSAN)
atalaya_test(tst_scenario LINKS atalaya_sandbox)
