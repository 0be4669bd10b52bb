/** Made by scripts/list-coverage.ts: ranges of code points, in base 36. */
export const coverageRanges =
  "9-a w-3i 4g-kp ks-ku kz l3 lc-nj nl-nn nr-ns nu nw-o2 og-on oq-ov p0-p6 p8 pa-pt pv-10l 10x-11y 121-127 " +
  "129-13b 13d-13e 14g-14z 152-153 15c-162 168-16c 16u-16v 16x-16y 170 179 17f 17j 17l-18a 18g-191 193 196 " +
  "19c-19s 19w 1a1-1bz 1c6-1c8 1cb-1cc 1ce 1cg 1cl 1dc-1dl 1j4-1k7 1kb-1kl 1ko-1kq 2tb 2v5-2v6 2v8 2vb-2vc 2ve " +
  "2vh 2vo-2vr 2vt-2vz 2w1-2w3 2w5 2w7 2wa-2wb 2wd-2wp 2wr-2wt 2ww-2x0 2x2 2x4-2x9 2xc-2xl 2xo-2xp 3a8-3b9 " +
  "3bk-3cs 3y9-3yf 3yh-3yz 3z1-3zp 3zr-40a 40c-40i 40k-43h 43k-44q 44s-45j 45s-472 474-47k 47m-48a 48k-491 " +
  "496-49i 49s-4a7 4bi 4bl 4ee-4ef 4fi-4fq 4g0-4gs 5q8-5qs 5qu-5r7 5r9-5ri 5rk-5sr 5st-5t6 5tb-5tc 5tj-5tl 5tn " +
  "5tp 5tr 5tx 5uj-5vj 5vo-5vt 5vx 5xc-64b 64g-651 654-659 65c-66d 66g-66l 66o-66v 66x 66z 671 673-67x 680-69g " +
  "69i-69w 69y-6ab 6ae-6aj 6al-6b3 6b6-6b8 6ba-6bi 6bk-6ec 6ei-6ep 6es-6fi 6fk-6fw 6g0-6gl 6go-6gq 6gt 6hc-6hd " +
  "6hi-6hj 6hn-6ho 6ht 6hv 6io-6ix 6iz-6kp 6kr 6ku 6kw-6md 6mh 6mo-6xd 6xk-6xt 6xw-6y0 6y3-6y4 703-705 70a 70d " +
  "70n 710 717-71q 72m-72n 737 739 73c-73n 73s-73u 74y-74z 76o-76x 79e 7b4-7mk 7mm-7nc 7nh-7ni 7nk-7np 7ns " +
  "7ny-7nz 7o1 7o3-7o4 7oi 7op-7oq 7ow-7p1 7p3-7p6 7p9 7pd-7un 7ut-7uu 7vk 7vq-7vv 7w0-83j 83q-83r 83u-83v " +
  "850-851 85c-85d 877-878 89a-89h 8a3 8ai-8aj 8ao-8aq 8b0-8bg 8bz 8dm-8dn 8e5-8f4 8fi-8fu 8hl-8hm 8hs-8ik " +
  "8in-8is 8k0 8k3-8k5 8rk-8s7 8s9-8sf 8w0-8x1 8xc-8yt 8z3 93s 93z 942-945 94e 94q-94r 95e 9io 9j1 9zr 9zt " +
  "fcw-fen wk0-wlb wuc-wuf wuk-wul wuo-wup wus-wuv wv6-wvi wwa-wwd wwk-wwl wwo-wwp wzs-x06 x0b-x0f x0i-x0r " +
  "x0w-x1d x1i-x1n x1q-x1v x1y-x1z x22-x23 x2c-x2f x2x-x3b x3d-x3i x3k-x3l x40-x4a x4d-x4e x4j x4l x6a-x6c " +
  "x6g-x6n xub xuu-xuv 1b7k-1b89 1beo-1ber 1c74-1c86 1c88-1c8x 1cqt 1dkw-1dl2 1dlf-1dlj 1dlp-1dme 1dmg-1dmk 1dmm " +
  "1dmo-1dmp 1dmr-1dms 1dmu-1dn3 1dn6-1dpf 1dpm-1dpp 1dqr-1dr0 1dr2-1dr3 1dr8-1drd 1drw-1drz 1e68-1e6n 1e74-1e77 " +
  "1e9c-1e9g 1e9i-1ed8 1edb 1ek9-1ekd 1f5s-1f6m 1f6o-1f6r 2k8w-2kba 2koo-2kop 2kor-2kou 2kow-2kp0 2kp2 2kp6-2kpc " +
  "2kpe-2kq3 2krk-2ksz 2l7c-2l7v 2pkw-2pkz 2pl1-2plr 2plt-2plu 2plw 2plz 2pm1-2pma 2pmc-2pmf 2pmh 2pmj 2pnl-2pnm " +
  "2pno 2pnr-2pnu 2pnw-2po2 2po4-2po7 2po9-2poc 2poe 2pz8 2q0g-2q37 2q3k-2q3y 2q41-2q4e 2q4h-2q4v 2q4x-2q5b " +
  "2q6l-2q6n 2q7j 2q96-2q9d 2q9q-2q9r 2qa6 2qa9-2qai 2qcm-2qdb 2qdd-2qde 2qe2 2qen 2qeq-2qey 2qfk-2qfl 2qkg-2qld " +
  "2qlg-2qoj 2qom-2qon 2qop-2qor 2qou-2qr4 2qr7-2qr9 2qrb-2qyl 2qyn-2r0d 2r0p-2r0u 2r0w-2r1j 2r1r-2r1s 2r1v-2r22 " +
  "2r2f 2r2i-2r2l 2r2o 2r2t-2r2u 2r38-2r39 2r3c 2r3l-2r3m 2r3w 2r42-2r44 2r4h-2r4j 2r4s-2r4u 2r4x 2r4z 2r54 2r5b " +
  "2r5f 2r5m-2r7z 2r9c-2rb9 2rbf-2rbm 2rbp-2rbt 2rbw-2rc5 2rc9 2rcb-2rcc 2rcg 2rcj-2rcs 2rew 2rj4-2rjf 2rjk " +
  "2rrg-2rsq 2rss-2rt1 2rt3-2ry7 2s1c-2s1o 2s1s-2s3q 2s3s 2s3w-2s4d 2s4f-2s4r 2s4v-2s56 jnzk-jnzt jo0x-jo1m jo1r " +
  "mbqd-mbqm mcdo mcdq-mcdz";
