namespace Karelia.Crm.Administration.CodeLists;

/// <summary>
/// Maakunnat, with what leads to them: the first digits of postal codes, for an address that has one, and the names of municipalities, for one that has not.
/// </summary>
internal static class Regions
{
    public static CodeList List { get; } = new("regions", "Maakunnat", "Regions", [Role.AlumniCoordinator, Role.ExpertCoordinator, Role.CustomerManager],
    [
        Region("north-karelia", "Pohjois-Karjala", "North Karelia", "598 755 756 757 758 759 797 798 799 80 81 82 83",
            "Heinävesi|Ilomantsi|Joensuu|Juuka|Kitee|Kontiolahti|Lieksa|Liperi|Nurmes|Outokumpu|Polvijärvi|Rääkkylä|Tohmajärvi"),
        Region("north-savo", "Pohjois-Savo", "North Savo", "70 71 72 73 741 742 743 744 745 746 747 748 749 776 777 778 779 78 791 792 793 794 795 796",
            "Iisalmi|Joroinen|Kaavi|Keitele|Kiuruvesi|Kuopio|Lapinlahti|Leppävirta|Pielavesi|Rautalampi|Rautavaara|Siilinjärvi|Sonkajärvi|Suonenjoki|Tervo|Tuusniemi|Varkaus|Vesanto|Vieremä"),
        Region("south-savo", "Etelä-Savo", "South Savo", "194 50 51 52 57 581 582 583 584 585 586 587 588 589 76 771 772 773 774 775",
            "Enonkoski|Hirvensalmi|Juva|Kangasniemi|Mikkeli|Mäntyharju|Pertunmaa|Pieksämäki|Puumala|Rantasalmi|Savonlinna|Sulkava"),
        Region("uusimaa", "Uusimaa", "Uusimaa", "0 10",
            "Askola|Espoo|Hanko|Helsinki|Hyvinkää|Inkoo|Järvenpää|Karkkila|Kauniainen|Kerava|Kirkkonummi|Lapinjärvi|Lohja|Loviisa|Myrskylä|Mäntsälä|Nurmijärvi|Pornainen|Porvoo|Pukkila|Raasepori|Sipoo|Siuntio|Tuusula|Vantaa|Vihti"),
        Region("southwest-finland", "Varsinais-Suomi", "Southwest Finland", "20 21 23 24 25 273 314 315 322 323 324 325",
            "Aura|Kaarina|Kemiönsaari|Koski Tl|Kustavi|Laitila|Lieto|Loimaa|Marttila|Masku|Mynämäki|Naantali|Nousiainen|Oripää|Paimio|Parainen|Pyhäranta|Pöytyä|Raisio|Rusko|Salo|Sauvo|Somero|Taivassalo|Turku|Uusikaupunki|Vehmaa"),
        Region("satakunta", "Satakunta", "Satakunta", "26 271 272 274 275 276 277 278 279 28 29 326 327 328 329 386 387 388 389 399",
            "Eura|Eurajoki|Harjavalta|Huittinen|Jämijärvi|Kankaanpää|Karvia|Kokemäki|Merikarvia|Nakkila|Pomarkku|Pori|Rauma|Siikainen|Säkylä|Ulvila"),
        Region("kanta-hame", "Kanta-Häme", "Kanta-Häme", "11 12 13 141 142 143 144 145 146 147 148 169 30 310 311 312 313 316 321",
            "Forssa|Hattula|Hausjärvi|Humppila|Hämeenlinna|Janakkala|Jokioinen|Loppi|Riihimäki|Tammela|Ypäjä"),
        Region("pirkanmaa", "Pirkanmaa", "Pirkanmaa", "149 178 179 317 318 319 33 34 351 352 353 355 357 358 359 36 37 381 382 383 384 385 391 392 393 394 395 396 397 398 428",
            "Akaa|Hämeenkyrö|Ikaalinen|Juupajoki|Kangasala|Kihniö|Kuhmoinen|Lempäälä|Mänttä-Vilppula|Nokia|Orivesi|Parkano|Pirkkala|Punkalaidun|Pälkäne|Ruovesi|Sastamala|Tampere|Urjala|Valkeakoski|Vesilahti|Virrat|Ylöjärvi"),
        Region("paijat-hame", "Päijät-Häme", "Päijät-Häme", "15 161 162 163 164 165 166 167 168 171 172 173 174 175 176 177 18 191 192 193 195 196 197 198 473 474 475 476",
            "Asikkala|Hartola|Heinola|Hollola|Iitti|Kärkölä|Lahti|Orimattila|Padasjoki|Sysmä"),
        Region("kymenlaakso", "Kymenlaakso", "Kymenlaakso", "45 461 462 464 467 468 469 471 472 477 478 479 48 49",
            "Hamina|Kotka|Kouvola|Miehikkälä|Pyhtää|Virolahti"),
        Region("south-karelia", "Etelä-Karjala", "South Karelia", "465 53 541 542 543 544 545 547 548 549 55 56 591 592 593 594 595 596 597",
            "Imatra|Lappeenranta|Lemi|Luumäki|Parikkala|Rautjärvi|Ruokolahti|Savitaipale|Taipalsaari"),
        Region("central-finland", "Keski-Suomi", "Central Finland", "199 354 356 40 41 421 422 423 424 425 426 427 429 43 44",
            "Hankasalmi|Joutsa|Jyväskylä|Jämsä|Kannonkoski|Karstula|Keuruu|Kinnula|Kivijärvi|Konnevesi|Kyyjärvi|Laukaa|Luhanka|Multia|Muurame|Petäjävesi|Pihtipudas|Saarijärvi|Toivakka|Uurainen|Viitasaari|Äänekoski"),
        Region("south-ostrobothnia", "Etelä-Pohjanmaa", "South Ostrobothnia", "60 61 621 622 623 624 625 626 627 628 629 63 647 648 649 663",
            "Alajärvi|Alavus|Evijärvi|Ilmajoki|Isojoki|Isokyrö|Karijoki|Kauhajoki|Kauhava|Kuortane|Kurikka|Lappajärvi|Lapua|Seinäjoki|Soini|Teuva|Vimpeli|Ähtäri"),
        Region("ostrobothnia", "Pohjanmaa", "Ostrobothnia", "641 642 643 644 645 646 65 661 662 664 665 666 667 668 669 684 685 686 687 688 689",
            "Kaskinen|Korsnäs|Kristiinankaupunki|Kruunupyy|Laihia|Luoto|Maalahti|Mustasaari|Närpiö|Pedersöre|Pietarsaari|Uusikaarlepyy|Vaasa|Vöyri"),
        Region("central-ostrobothnia", "Keski-Pohjanmaa", "Central Ostrobothnia", "67 682 683 69",
            "Halsua|Kannus|Kaustinen|Kokkola|Lestijärvi|Perho|Toholampi|Veteli"),
        Region("north-ostrobothnia", "Pohjois-Pohjanmaa", "North Ostrobothnia", "681 84 85 86 90 91 92 93 951",
            "Alavieska|Haapajärvi|Haapavesi|Hailuoto|Ii|Kalajoki|Kempele|Kuusamo|Kärsämäki|Liminka|Lumijoki|Merijärvi|Muhos|Nivala|Oulainen|Oulu|Pudasjärvi|Pyhäjoki|Pyhäjärvi|Pyhäntä|Raahe|Reisjärvi|Sievi|Siikajoki|Siikalatva|Taivalkoski|Tyrnävä|Utajärvi|Vaala|Ylivieska"),
        Region("kainuu", "Kainuu", "Kainuu", "87 880 881 882 883 884 885 886 887 889 89",
            "Hyrynsalmi|Kajaani|Kuhmo|Paltamo|Puolanka|Ristijärvi|Sotkamo|Suomussalmi"),
        Region("lapland", "Lappi", "Lapland", "94 952 953 954 955 956 957 958 959 96 97 98 99",
            "Enontekiö|Inari|Kemi|Kemijärvi|Keminmaa|Kittilä|Kolari|Muonio|Pelkosenniemi|Pello|Posio|Ranua|Rovaniemi|Salla|Savukoski|Simo|Sodankylä|Tervola|Tornio|Utsjoki|Ylitornio"),
        Region("aland", "Ahvenanmaa", "Åland", "22",
            "Brändö|Eckerö|Finström|Föglö|Geta|Hammarland|Jomala|Kumlinge|Kökar|Lemland|Lumparland|Maarianhamina|Saltvik|Sottunga|Sund|Vårdö"),
    ]);

    private static FirstCode Region(string code, string fi, string en, string postalCodes, string municipalities) => new(code, fi, en, [.. postalCodes.Split(' '), .. municipalities.Split('|')]);
}
