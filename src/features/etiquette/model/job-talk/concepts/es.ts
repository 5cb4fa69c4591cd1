export const es = `
I yo me mi mis conmigo
YOU tu te ti usted ustedes contigo vosotros
YOUR tu tus su sus vuestro vuestra
WE nosotros nos nuestro nuestra nuestros
THEY ellos ellas ella
SOMEONE alguien persona personas gente amigo amiga amigos companero companera companeros colega conocido
WHO quien quienes cual
WHAT
HOW como cuanto cuanta
WHEN cuando
WHY porque
IF si
WOULD seria serias podria podrias gustaria estarias tendria tendrias querrias querria considerarias irias encajarias haria plantearias verias vendria
CAN puedo puedes puede
NOT no nunca nada ningun ninguna ni sin jamas
ONLY solo solamente simplemente
PROMISE prometo tranquila tranquilo vendo vender
HAVE tengo tienes tenemos tiene he has ha hemos
THERE hay
FOR para por como
AT en con
MORE mas mejor mejores
NEW nuevo nueva nuevos nuevas otro otra otros otras siguiente proximo
EVER alguna vez ya
GREAT perfecto perfecta ideal estupendo estupenda justo maravilla genial lujo
NICE buen bueno buena gran bien bonito precioso
STAFF personal refuerzo refuerzos manos plantilla sustituto sustituta candidato candidatos gente
ORG hospital clinica residencia colegio instituto escuela universidad laboratorio empresa empresas compania despacho bufete gestoria banco tienda supermercado cadena hotel restaurante cocina panaderia bar taller fabrica obra almacen granja finca bodega teatro orquesta museo ayuntamiento startup empleador empresa constructora astillero asociacion farmacia salon estudio planta transporte clinicas residencias quesería queseria almazara lonja naviera imprenta fundicion serreria carpinteria ebanisteria cerveceria destileria pescaderia carniceria fruteria floristeria peluqueria optica comedor catering cafeteria pizzeria hostal pension camping balneario zoo circo opera cine periodico revista emisora radio editorial juzgado notaria carcel prision policia ejercito armada ambulancias bomberos parroquia embajada consulado guarderia academia conservatorio facultad observatorio ambulatorio funeraria tanatorio aseguradora gestora consultora contrata subcontrata promotora inmobiliaria ferrocarril metro tranvia aerolinea aeropuerto puerto mina cantera refineria central parque ong fundacion sindicato club gimnasio vivero invernadero ganaderia cooperativa frigorifico matadero multinacional pyme grupo firma talleres hospitales hoteles
CLIENT cliente clienta clientes
TEAM equipo equipos cuadrilla plantilla brigada turno
BOSS jefe jefa encargado encargada director directora dueno duena gerente patron
RIVAL competencia competidor rival
NEED necesita necesitamos necesitan necesito falta faltan urge urgente hace vendria desesperadamente cubrir escasez cortos apurados desesperados requiere requieren precisa precisan haria haran
SEEK busca buscamos buscan buscas busco buscando busque se-busca detras tras
HIRE contrata contratamos contratan contratar contrataria contratando fichar ficharte cogeria incorporar reclutar seleccionar montar
RECRUITER reclutador reclutadora reclutadores seleccion selecciono recluto rrhh cazatalentos
GROW crecemos creciendo crece ampliamos ampliando ampliar abrimos montando
VACANCY vacante vacantes libre plaza plazas hueco sitio abierta interinidad practicas beca becas contrato contratos suplencia
JOB puesto puestos trabajo empleo curro cargo funcion
WORK trabajar trabajando trabaja trabajas curras
OFFER oferta ofertas ofrecer ofrecieran ofrecen ofrecemos ofreciera propuesta propuestas diera
OPP oportunidad oportunidades ocasion posibilidad
OPENTO abierto abierta disponible dispuesto dispuesta listo lista
INTEREST interesa interesaria interesado interesada animas apuntas apetece apeteceria tienta encantar dices tentaria animarias animarte interese suena gustaria apuntarias
CHANGE cambiar cambio cambiaras cambias moverte cambies aires cambiaria cambiarte cambiarias mudarte reinventarte salto reciclarte
LEAVE irte fueras dejar dejarlo dejaras irias marcharte largado largarme largarte marchado marchar largaria dejarias hartas cansas plantar mandar marches vayas largues
HAPPY contento contenta feliz gusto comodo comoda satisfecho satisfecha harto harta inquieta inquieto tratan
NOWPLACE actual actualmente
PAY sueldo salario salarios pagan paga pagamos cobras cobrarias cobrar ganas ganarias ganar netos bruto limpios pagarian pagarias pagado nomina cobran subieron subida jornal limpio brutos extras pluses plus comision incentivos
PERK fines semana alojamiento vivienda coche teletrabajo viernes vacaciones jornada horario bono mudanza casa dormir transporte visado dietas
CONTRACT contrato indefinido preaviso fijo temporal
ENDS acaba termina vence acabe
START empezar empiezas incorporacion inmediata
SHIFT turno turnos guardia noche noches
FULLTIME completa media jornada indefinido temporada
CV curriculum cv curriculo papeles referencias
APPLY inscribete presentarte presentate postular postula solicitar candidatura apuntate
INTERVIEW entrevista entrevistas entrevistarte
TRIAL prueba probar
KNOW conoces sabes conoce sabe
REFER recomendar recomiendas recomiende proponer recomendarias
THINKOF pense pensado acorde acordado mente cabeza salio
FIT encajarias encaja encajas perfil medida anillo fichaje cuadra
JOIN unirte incorporarte sumarte venirte vente vinieras
CALL llamada llamar hablar hablamos cafe minutos rato charla charlar conocerte
TELL cuento contar mandar mandarme mandame pasame paso enviar envia ensenarte detalles pasar enviame
SOMETHING algo cosa
CONSIDER planteado plantearias considerar considerarias imaginas ves verias pensado
CAREER carrera futuro reto retos paso
DESERVE mereces merece desaprovechado desaprovechada valoran infravalorada infravalorado
RELOCATE mudarias mudarte traslado mudarse
EXPERIENCE experiencia perfil talento habilidades manos
CONGRATS enhorabuena felicidades cumpleanos navidad
LUCK suerte animo
THANKS gracias agradezco
GREET hola buenas buenos
BYE manana noches vemos hasta descanses abrazo
PIECE articulo texto hilo charla post comentario libro historia parte
READ leido lei gusto reir visto encanto marco
WROTE escribiste decias dijiste contaste mencionaste
FAMILY hermano hermana marido mujer hija hijo madre padre primo vecino tia hijos
PAST era estaba fue ayer pasado pasada entonces
FIX arregle arreglar afine reparar estropeo averia
THING horno piso receta tractor caldera bici gato perro pan masa queso foto fotos sierra furgoneta huerta tejado vendimia
EVENT concurso paseo fiesta mercado club partido feria concierto
ASK pregunta preguntame preguntarte preguntar curiosidad
PAGE pagina web
NEWS radio noticias huelga periodico convenio mercado
HARD duro dura peor dificil
SELF soy llamo
DONE encontraste conseguiste acabado probado
OUT fuera lejos
UP arriba
WANT quiero quiere quieres querria quisiera quereis
PLACE sitio asiento lugar rincon
GOODAT talento manos paciencia carne titulo certificado cualificado
URGE ya urge urgente plazo cuanto antes
RUMOUR oido dicen rumor chivado contado cuentan
SHARE compartid comparte etiqueta voz difundir pasad
VISIT pasate ven visitar ver
LISTEN escuchar escucharias oir oido
MAYBE quiza quizas igual puede
FOOD sopa guiso tarta tartas mermelada miel manzana manzanas ciruela ciruelas pera membrillo fresas tomate tomates patata patatas papas cebolla cebollas ajo judias alubias calabacin calabaza col puerro zanahorias ensalada arroz pasta fideos salsa hogaza barra bollo bollos galleta galletas pastel bizcocho flan natillas chocolate regaliz mazapan helado huevo huevos mantequilla leche nata yogur vino cerveza sidra orujo infusion cafelito zumo jugo desayuno almuerzo merienda cena picnic especia sal pimienta azucar vainilla canela mostaza vinagre salchicha chorizo jamon pescado merluza trucha gambas pizza empanada empanadas tortilla croquetas levadura quesos receta recetas tarros churros
ANIMAL perro perros cachorro gato gatos gatito gatitos gallina gallinas gallo pato patos ganso cisne gaviota gaviotas buho lechuza garza mirlo gorrion golondrina golondrinas paloma cuervo urraca pajaro pajaros zorro tejon erizo ardilla raton ratones rata conejo conejos liebre oveja ovejas cordero corderos cabra cabras vaca vacas ternero terneros toro cerdo lechon caballo poni potro burro abeja abejas avispa avispas enjambre mariposa arana arana rana sapo caracol caracoles babosa hamster loro tortuga nutria foca ballena oso lobo corzo pulgas hormigas lombrices yegua
HOME sofa mesa lampara cortina cortinas alfombra pared paredes techo suelo escalera escaleras sotano desvan cobertizo balcon bano banera banera ducha grifo fregadero nevera lavadora colada toalla almohada manta vela velas taza tazas cazuela sarten cuchillo cuchara estanteria cajon armario espejo ventana ventanas puerta puertas cerradura llave llaves verja valla seto chimenea radiador calefaccion canalon azulejos pintura martillo tornillos clavos cubo escoba aspiradora alquiler casero vecinos basura paquete paquetes buzon cartera paraguas bufanda guante guantes sombrero gorro abrigo botas zapatos calcetines jersey vestido persiana persianas cajas mudanza
PLAY pelicula pelis peli cine serie novela novelas poema poemas crucigrama puzle ajedrez cartas dados guitarra violin violonchelo tambor trompeta flauta acordeon coro contralto tenor bajo cancion canciones disco baile bailar punto ganchillo costura ceramica pintar acuarela dibujo futbol baloncesto tenis golf nadar natacion remo piragua surf escalada senderismo correr carrera maraton yoga ciclismo gol penalti medalla copa estadio karaoke trivial rifa carnaval fuegos cumpleanos boda bautizo mus petanca escenario
NATURE lluvia llueve nieve nevar nevado granizo tormenta rayo viento niebla sol luna estrellas nube nubes helada calor sequia inundacion barro mar playa olas marea rio arroyo lago charca colina montana montanas valle bosque arbol arboles roble abedul sauce hoja hojas flor flores rosa rosas tulipanes narcisos lilas lavanda hierbas musgo helecho seta setas semillas plantones compost tierra cesped hierba heno campo campos prado otono invierno primavera verano isla acantilado
BODY resfriado catarro gripe tos fiebre migrana muelas rodilla rodillas tobillo muneca hombro cadera escayola puntos cicatriz sueno dormido dormir cansado cansada agotado siesta embarazada bebe bebes gemelos nacimiento muletas gafas peinado barba alergia alergica vacuna lagrimas llore llorar abrazo triste alegre preocupado nervioso orgullosa sola mejorate
TRIP tren trenes bus autobus tranvia ferri vuelo avion aeropuerto anden billete billetes horario retraso atasco autopista carretera puente tunel pinchazo rueda ruedas gasolina aparcar coche bici camping maleta pasaporte mapa viaje vacaciones excursion
GADGET aplicacion portatil ordenador pantalla teclado impresora cargador bateria wifi contrasena actualizacion version lanzamiento error bug parche commit repositorio rama documentacion pruebas compilador cache servidor script plugin fuente terminal consulta indice archivo archivos carpeta camara auriculares altavoz microfono tele
TIME lunes martes miercoles jueves sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre hoy tarde semanas mes meses ano anos dia dias hora horas minuto ahora luego temprano desde despues durante pascua momento fecha tiempo siempre finde
COUNT uno dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien mil medio doble par varios docena primer primero primera segundo segunda tercero
GO va voy vas ir ido viene venir llega llegar llegado pasa salir sale volver vuelve vuelto queda quedo sigue subir bajar anda andar
MAKE hacer haces hago hizo hecho toma tomar poner pone dar da doy dio dado traer trae guardar deja dejo usar anadir llevar lleva
FEEL adoro encanta odio gusta rei risa sonreir echo pena espero ojala alegro siento broma chiste gracioso
COST cuesta costo costar precio precios impuesto impuestos compre comprar vendi factura tarifa caro barato descuento fianza
SCHOOL examen examenes clase clases curso cursos alumno alumnos estudiante estudiantes deberes trimestre tesis notas corregir leccion
EVERY todos todo toda todas cada nadie entero mitad mayoria ambos
LIKE sobre entre desde hacia cerca aqui ahi alli aun
`
